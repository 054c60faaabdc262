using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using RandomInspection.Directories;
using RandomInspection.SampleData;
using RandomInspection.Tabular;
using RandomInspection.Year;

// A simulated year, scheme by scheme: who is visited how often, which class gets what share, how lists overlap. Tab-separated, for eng/year-page.py.
if (args.Length > 1)
{
    Console.Error.WriteLine("Usage: RandomInspection.Year [SUBJECTS.csv]");
    return 1;
}

string[] classes = ["A", "B", "C", "D"];
int[] weights = [1, 2, 10, 30];
ImmutableArray<Subject> subjects = [.. Read().Where(s => s.Status == SubjectStatus.Active)];
Dictionary<string, string> classOf = subjects.ToDictionary(s => s.Code, s => s.CreditClass, StringComparer.Ordinal);
long[] population = [.. classes.Select(c => subjects.LongCount(s => s.CreditClass == c))];
Say("subjects", args.Length == 1 ? "file" : "sample", subjects.Length, SimulatedYear.Authorities, SimulatedYear.Tasks, Scheme.Size);
Say("population", [.. population.Cast<object>()]);
Say("weights", [.. weights.Cast<object>()]);
foreach (Scheme scheme in Scheme.All)
{
    SimulatedYear year = new(subjects, scheme);
    year.Run();
    int[] visits = [.. classOf.Keys.GroupJoin(year.Visits, code => code, visit => visit.Code, (_, own) => own.Count(), StringComparer.Ordinal)];
    int[] mostByClass = [.. classes.Select(c => year.Visits.GroupBy(v => v.Code).Where(g => classOf[g.Key] == c).Select(g => g.Count()).DefaultIfEmpty().Max())];
    Say("visits", scheme.Id, visits.Count(v => v == 0), visits.Count(v => v == 1), visits.Count(v => v == 2), visits.Count(v => v == 3), visits.Count(v => v > 3), visits.Max());
    Say("most", [scheme.Id, .. mostByClass.Cast<object>()]);
    Say("drawn", [scheme.Id, .. classes.Select(c => (object)year.Lists.Sum(list => list.Count(code => classOf[code] == c)))]);
    Say("riskiest", [scheme.Id, .. year.Lists.Select(list => (object)list.Count(code => classOf[code] == "D"))]);
    Say(
        "overlap",
        scheme.Id,
        Overlap(year.Lists, 1),
        Overlap(year.Lists, SimulatedYear.Authorities),
        Overlap([.. year.Lists.Select(list => list.Where(code => classOf[code] != "D").ToImmutableArray())], 1),
        Overlap([.. year.Lists.Select(list => list.Where(code => classOf[code] != "D").ToImmutableArray())], SimulatedYear.Authorities));
    Say(
        "alerts",
        scheme.Id,
        Alerts(year, on => on, 1),
        Alerts(year, on => new LocalDate(WeekYearRules.Iso.GetWeekYear(on), 1, 1).PlusDays(WeekYearRules.Iso.GetWeekOfWeekYear(on)), 2),
        Alerts(year, on => new LocalDate(on.Year, on.Month, 1), 3));
    Say("resting", scheme.Id, year.Resting.Max(), year.SlowestJudgement);
}

return 0;

IEnumerable<Subject> Read()
{
    if (args.Length == 0)
    {
        return SampleSubjects.Generate(24_249);
    }

    using TableReader table = TableReader.Open(File.ReadAllBytes(args[0]));
    return SubjectTable.Read(table, SubjectColumns.Guess(table.Headers)).Subjects;
}

// Of all entries of lists that have a later one, how many stand in the list so many draws later, in a million.
static long Overlap(List<ImmutableArray<string>> lists, int later)
{
    long entries = 0, again = 0;
    for (int i = 0; i + later < lists.Count; i++)
    {
        entries += lists[i].Length;
        again += lists[i].Intersect(lists[i + later]).LongCount();
    }

    return again * 1_000_000 / entries;
}

static int Alerts(SimulatedYear year, Func<LocalDate, LocalDate> span, int most) =>
    year.Visits.GroupBy(v => (v.Code, Span: span(v.On))).Count(g => g.Count() > most);

static void Say(string what, params object[] values) =>
    Console.WriteLine(string.Join('\t', values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)).Prepend(what)));
