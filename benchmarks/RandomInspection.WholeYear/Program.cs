using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Supervision;
using RandomInspection.Tabular;
using RandomInspection.WholeYear;

// A year of a city through the library's workflows; with a file of subjects, of its firms. Writes what was counted and checked.
if (args is not [string page, .. string[] rest])
{
    Console.Error.WriteLine("Usage: RandomInspection.WholeYear FIGURES.tsv [SUBJECTS.csv]");
    return 2;
}

ImmutableArray<Subject> subjects;
if (rest is [string file] && File.Exists(file))
{
    using TableReader table = TableReader.Open(await File.ReadAllBytesAsync(file));
    subjects = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers)).Subjects;
}
else
{
    subjects = [.. SampleSubjects.Generate(24_249)];
}

long start = Stopwatch.GetTimestamp();
SimulatedYear year = new(new Settings(2025, subjects, 400, 60, 240, 20_250_101));
int month = 0;
await year.RunAsync(new Month(day =>
{
    if (day.Month != month)
    {
        month = day.Month;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM}  {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s  {year.Tally["visits concluded"]} visits"));
    }
}));
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lived through in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
await YearRules.CheckAsync(year);
await MeasureAsync(year);
year.Tally.Count("subjects", subjects.Length);
year.Tally.Count("seconds", (long)Stopwatch.GetElapsedTime(start).TotalSeconds);
File.WriteAllLines(page, await YearReport.OfAsync(year));
foreach (string broken in year.Tally.Broken)
{
    Console.Error.WriteLine(broken);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{year.Tally["visits concluded"]} visits, {year.Tally["ledger entries"]} entries, {year.Tally.Broken.Count} rules broken"));
return year.Tally.Broken.Count == 0 ? 0 : 1;

// What a supervisor's pages cost over the whole year.
static async Task MeasureAsync(SimulatedYear year)
{
    SupervisionReader reader = new(
        year.Library.GetRequiredService<ILedger>(), year.Library.GetRequiredService<IViews>(), year.Library.GetRequiredService<ISubjectDirectory>(),
        year.Library.GetRequiredService<IInspectorDirectory>(), year.Library.GetRequiredService<CalendarInUse>(), year.Library.GetRequiredService<EventCodec>());
    long begun = Stopwatch.GetTimestamp();
    SupervisionRows rows = await reader.ReadAsync(CancellationToken.None);
    begun = Took("rows of supervision", begun);
    await reader.ReadAsync(CancellationToken.None);
    begun = Took("rows of supervision, log unchanged", begun);
    SupervisionScope scope = SupervisionScope.OfYear(year.Today.Year - 1);
    foreach (string? department in City.Departments.Select(d => (string?)d.Id).Append(null))
    {
        _ = SupervisionFigures.Of(rows, scope with { DepartmentId = department }, RateTable.Henan2021, year.Today);
    }

    _ = SupervisionAlerts.Of(rows, scope, AlertRules.Of(PlanRules.Shenyang), year.Today);
    begun = Took("figures and alerts", begun);
    await new ComplianceAuditor(
            year.Library.GetRequiredService<ILedger>(), year.Library.GetRequiredService<IViews>(), reader, year.Library.GetRequiredService<EventCodec>(), AlertRules.Of(PlanRules.Shenyang))
        .AuditAsync(year.Today.AtMidnight().InUtc().ToInstant(), CancellationToken.None);
    Took("compliance report", begun);

    long Took(string what, long since)
    {
        year.Tally.Count($"milliseconds: {what}", (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        return Stopwatch.GetTimestamp();
    }
}

internal sealed class Month(Action<LocalDate> told) : IProgress<LocalDate>
{
    public void Report(LocalDate value) => told(value);
}
