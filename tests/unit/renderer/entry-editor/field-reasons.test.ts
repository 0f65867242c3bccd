import { describe, expect, it } from 'vitest';
import { sortReasons } from '../../../../renderer/entry-editor/field-reasons.ts';

describe('reasons for a refusal', () => {
  it('stand beside the field they are about', () => {
    const { atField, rest } = sortReasons({
      code: 'rejected',
      fields: { project_id: 'is archived', client_id: 'is gone', started_at: 'is in the future' },
    });
    expect(atField).toEqual({ work: 'is archived; is gone', day: 'is in the future' });
    expect(rest).toBeNull();
  });

  it('found before anything was sent stand there too', () => {
    const { atField, rest } = sortReasons({
      code: 'rejected',
      fields: { project: 'is not among the active projects', service: 'cannot be used' },
    });
    expect(atField).toEqual({
      work: 'is not among the active projects',
      service: 'cannot be used',
    });
    expect(rest).toBeNull();
  });

  it('that fit no field are said above the form', () => {
    const { atField, rest } = sortReasons({
      code: 'rejected',
      fields: { duration: 'is too long', __root__: 'the week is locked' },
    });
    expect(atField).toEqual({ duration: 'is too long' });
    expect(rest).toEqual({ code: 'rejected', fields: { __root__: 'the week is locked' } });
  });

  it('are never lost when there are none', () => {
    expect(sortReasons({ code: 'rejected', fields: {} }).rest).toEqual({
      code: 'rejected',
      fields: {},
    });
  });

  it('leave every other error whole', () => {
    expect(sortReasons({ code: 'storage-full' }).rest).toEqual({ code: 'storage-full' });
  });
});
