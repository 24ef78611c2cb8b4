//! Days begin, and people think of booking.

use super::agenda::{Event, Way, Who, Wish};
use super::people::Person;
use super::stage::Stage;
use app::AppError;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days ahead people book: a weight, and from when to when.
const AHEAD: [(u64, (i64, i64)); 4] = [(20, (1, 3)), (48, (4, 14)), (24, (15, 28)), (8, (29, 42))];

impl Stage {
    /// A day begins: the post goes out every two hours, and some people will book.
    pub(super) fn day(&mut self, day: Date) -> Result<(), AppError> {
        if let Ok(next) = day.tomorrow() {
            self.plan(self.wall(next, 6, 30), Event::Day(next));
        }
        for hour in (8..=22).step_by(2) {
            self.plan(self.wall(day, hour, 5), Event::Post);
        }
        let (fewest, most) = if day < self.busy_until { (4, 6) } else { (1, 3) };
        for _ in 0..self.chance.between(fewest, most) {
            let person = Person::drawn(self.people.len(), &mut self.chance);
            self.people.push(person);
            self.think(self.people.len() - 1, day);
        }
        Ok(())
    }

    /// Somebody will book today, some way.
    fn think(&mut self, who: Who, day: Date) {
        let open = self.open_days.contains(&day);
        let way = self.chance.weighted(&[(66, Way::Web), (28, Way::Phone), (6, Way::WalkIn)], Way::Web);
        let way = if open { way } else { Way::Web };
        let (low, high) = self.chance.weighted(&AHEAD, (4, 14));
        let from = match way {
            Way::WalkIn => day,
            Way::Web | Way::Phone => day.saturating_add(self.chance.between(low, high).days()),
        };
        let service = if self.chance.percent(9) { "counselling" } else { self.people[who].service };
        // The public pages never sleep.
        let hours = if way == Way::Web { (7, 26) } else { (10, 12) };
        let minute = self.chance.between(hours.0 * 60, hours.1 * 60 - 1);
        let at = self.after(self.wall(day, 0, 0), minute);
        self.plan(at, Event::Ask(Wish { who, way, service, from }));
    }
}
