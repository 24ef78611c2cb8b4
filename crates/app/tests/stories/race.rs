use app::booking::{self, Held};
use app::{AppError, Refusal, Token};
use jiff::civil::date;
use testkit::{TestClinic, hold};

const CLIENTS: usize = 64;

fn of_sixty_four_visitors_who_want_one_time_exactly_one_gets_it_and_the_others_are_told_the_next(clinic: &TestClinic) {
    let starts = clinic.free_time("dermapen", date(2026, 11, 27));
    let all: Vec<Result<(Token, Held), AppError>> = std::thread::scope(|scope| {
        let racers: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(|| {
                    let command = hold("dermapen", starts);
                    clinic.by_visitor(move |work| booking::hold(work, &command))
                })
            })
            .collect();
        racers.into_iter().map(|racer| racer.join().unwrap()).collect()
    });
    assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1);
    for lost in all.into_iter().filter_map(Result::err) {
        let AppError::Refused(Refusal::TimeTaken { next }) = lost else { panic!("a refusal with times, not {lost:?}") };
        assert!(!next.is_empty() && !next.contains(&starts), "{next:?}");
    }
    assert_eq!(clinic.count("booking_visit"), 1);
}

on_both_engines! {
    of_sixty_four_visitors_who_want_one_time_exactly_one_gets_it_and_the_others_are_told_the_next,
}
