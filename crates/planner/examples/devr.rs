use planner::{file::*, *};
struct W(f64, f64);
fn cpu() -> f64 { std::fs::read_to_string("/proc/self/schedstat").unwrap().split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6 }
impl Watch for W { fn is_over(&self)->bool { cpu()-self.0>self.1*1e3 }
 fn tell(&self, p: Progress) { if std::env::var("DBG2").is_ok() { eprintln!("{:.1} {p:?}", cpu()-self.0) } } }
fn main(){
  let a:Vec<String>=std::env::args().collect();
  let limit:f64=a.get(2).map_or(2.0,|x|x.parse().unwrap());
  let t=cpu();
  let text=std::fs::read_to_string(&a[1]).unwrap();
  let file=RepairFile::read(&text).unwrap();
  eprintln!("read {:?}",cpu()-t);
  let m=Moving::of(&file);
  eprintln!("moving {:?} {}",cpu()-t, m.repair.visits.iter().map(|v|v.offers.len()).sum::<usize>());
  let r=repair::repair(&m.repair, 1, &W(cpu(),limit));
  eprintln!("solved {:?} {} {} {:?}",cpu()-t, r.cost, r.lower_bound, repair::check(&m.repair,&r));
}
