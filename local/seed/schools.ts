/** The four schools of the demo district. */
import type { AddSchool } from '#domain/volunteering/add-school.ts';
import { id, ZONE } from './making.ts';

const school = (slug: string, name: string, address: string, contact: AddSchool['contact']): AddSchool => ({
  schoolId: id('sch', slug),
  slug,
  name,
  address,
  zone: ZONE,
  contact,
});

export const lincoln = school('lincoln', 'Lincoln Elementary', '410 Lincoln Avenue, Riverbend, IL', {
  name: 'Rosa Delgado',
  email: 'lincoln@riverbend.example',
  phone: '(555) 010-0101',
});
export const cedarGrove = school('cedar-grove', 'Cedar Grove Elementary', '25 Cedar Grove Lane, Riverbend, IL', {
  name: 'Hannah Okafor',
  email: 'cedargrove@riverbend.example',
  phone: '(555) 010-0102',
});
export const middle = school('riverbend-middle', 'Riverbend Middle School', '1200 River Road, Riverbend, IL', {
  name: 'Marcus Bell',
  email: 'middle@riverbend.example',
  phone: '(555) 010-0103',
});
export const high = school('riverbend-high', 'Riverbend High School', '1400 River Road, Riverbend, IL', {
  name: 'Denise Tran',
  email: 'high@riverbend.example',
  phone: '(555) 010-0104',
});

export const SCHOOLS: readonly AddSchool[] = [lincoln, cedarGrove, middle, high];
