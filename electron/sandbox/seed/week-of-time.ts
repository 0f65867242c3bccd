/**
 * Seven days of logged hours, and the start of today when today has got that far.
 */
import type { TimeEntryRecord } from '../state/sample-books.ts';
import { addDays, dayInZone, instantAt } from '../wall-time.ts';
import { contractorId, mayaId } from './larkfield.ts';
import {
  isBillable,
  type ProjectKey,
  projectRow,
  type ServiceKey,
  serviceId,
} from './work-catalog.ts';

interface Logged {
  /** 0 today, 1 yesterday. */
  readonly daysAgo: number;
  /** Wall clock of the business, `HH:MM`. */
  readonly from: string;
  readonly minutes: number;
  readonly project: ProjectKey;
  readonly service: ServiceKey | null;
  readonly note: string | null;
  readonly identityId?: number;
  readonly billed?: boolean;
}

const logged = (
  daysAgo: number,
  from: string,
  minutes: number,
  project: ProjectKey,
  service: ServiceKey | null,
  note: string | null,
  more: Pick<Logged, 'identityId' | 'billed'> = {},
): Logged => ({ daysAgo, from, minutes, project, service, note, ...more });

const pastWeek: readonly Logged[] = [
  logged(7, '09:10', 140, 'clinic', 'research', 'Patient interviews', { billed: true }),
  logged(7, '13:30', 95, 'brand', 'design', 'Colour studies', { billed: true }),
  logged(6, '09:00', 180, 'apiRebuild', 'development', 'Session handling'),
  logged(6, '14:00', 60, 'studio', 'admin', 'Bookkeeping'),
  logged(5, '10:00', 120, 'guidebook', 'interfaceDesign', 'Map screen'),
  logged(5, '13:15', 45, 'guidebook', 'meetings', 'Weekly review'),
  logged(4, '09:30', 210, 'clinic', 'development', 'Booking form'),
  logged(4, '14:30', 75, 'brochure', 'design', 'Cover options'),
  logged(4, '10:00', 90, 'clinic', 'development', 'Accessibility checks', {
    identityId: contractorId,
  }),
  logged(3, '09:00', 150, 'apiAudit', 'consulting', 'Threat review'),
  logged(3, '13:00', 80, 'portfolio', null, 'Image sorting'),
  logged(2, '10:15', 105, 'brand', 'design', null),
  logged(2, '14:00', 30, 'menu', null, 'Call about prices'),
  logged(1, '09:05', 165, 'clinic', 'design', 'Page templates'),
  logged(1, '13:10', 110, 'apiRebuild', 'development', 'Fixed login redirect'),
  logged(1, '15:30', 40, 'teamDays', null, 'Planning the autumn day'),
  logged(1, '11:00', 60, 'brand', 'design', 'Print checks', { identityId: contractorId }),
];

const thisMorning: readonly Logged[] = [
  logged(0, '09:00', 90, 'clinic', 'design', 'Home page'),
  logged(0, '10:45', 80, 'brand', 'design', 'Letterhead'),
];

const zone = 'America/Toronto';
const firstId = 91_200_400;

export function weekOfTime(nowMs: number): TimeEntryRecord[] {
  const today = dayInZone(nowMs, zone);
  const morningIsOver = nowMs >= instantAt(today, '12:05', zone);
  const all = morningIsOver ? [...pastWeek, ...thisMorning] : pastWeek;
  return all.map((row, index) => {
    const day = addDays(today, -row.daysAgo);
    const project = projectRow(row.project);
    const startedAtMs = instantAt(day, row.from, zone);
    const endedAtMs = startedAtMs + row.minutes * 60_000;
    return {
      id: firstId + index,
      businessId: project.businessId,
      identityId: row.identityId ?? mayaId,
      isLogged: true,
      timerId: null,
      durationSeconds: row.minutes * 60,
      startedAtMs,
      localStartedAt: `${day}T${row.from}:00`,
      localTimeZone: zone,
      createdAtMs: endedAtMs,
      updatedAtMs: endedAtMs,
      clientId: project.clientId,
      projectId: project.id,
      serviceId: row.service && serviceId(row.service),
      taskId: null,
      retainerId: null,
      pendingClient: null,
      pendingProject: null,
      pendingTask: null,
      note: row.note,
      active: true,
      // As the web app keeps it: internal work is never billable, other work as its service is.
      billable: project.clientId !== null && (row.service === null || isBillable(row.service)),
      billed: row.billed ?? false,
      internal: project.clientId === null,
    };
  });
}
