using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tabular;

// The whole way over a file of subjects, into a folder from which the sample host can start: what each step takes, in milliseconds.
if (args is not [string file, string folder])
{
    Console.Error.WriteLine("Usage: RandomInspection.WholeWay SUBJECTS.csv FOLDER");
    return 1;
}

Directory.CreateDirectory(folder);
ServiceCollection services = new();
services.AddRandomInspection()
    .UseSqlite($"Data Source={Path.Combine(folder, "inspection.db")}")
    .UseCatalogue(SampleItems.All.Select(i => new InspectionItem(
        i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)))
    .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
await using ServiceProvider provider = services.BuildServiceProvider();
await provider.MigrateAsync(CancellationToken.None);
Instant now = SystemClock.Instance.GetCurrentInstant();
LocalDate today = now.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date;
DrawWorkflow draws = provider.GetRequiredService<DrawWorkflow>();
MatchWorkflow matches = provider.GetRequiredService<MatchWorkflow>();
VisitWorkflow visits = provider.GetRequiredService<VisitWorkflow>();
IViews views = provider.GetRequiredService<IViews>();

byte[] bytes = await File.ReadAllBytesAsync(file);
SubjectImport import = await TimeAsync("read the file of subjects", () =>
{
    using TableReader table = TableReader.Open(bytes);
    return Task.FromResult(SubjectTable.Read(table, SubjectColumns.Guess(table.Headers)));
});
await TimeAsync("merge the subjects", () => provider.GetRequiredService<DirectoryWorkflow>().MergeAsync(
    Actor.System,
    new SubjectFile(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(bytes)), import.Subjects, import.RowsRefused, import.Warnings),
    now,
    CancellationToken.None));
ImmutableArray<string> regions = [.. import.Subjects.Select(s => s.Region).Distinct().Order(StringComparer.Ordinal)];
ImmutableArray<Inspector> officers = SampleOfficers.Of(SampleDepartments.Market, 200, regions, new DateInterval(today, today.PlusDays(7)));
await TimeAsync("merge 200 officers", () => provider.GetRequiredService<DirectoryWorkflow>().MergeInspectorsAsync(
    Actor.System, new InspectorFile("officers.csv", new string('0', 64), officers, 0, 0), now, CancellationToken.None));

string task = await TaskAsync(null);
string draw = await TimeAsync("freeze the frame", () => draws.PrepareAsync(
    As(Role.DrawingOperator), task, FrameKey.Of(RandomNumberGenerator.GetBytes(32)), "sha-256", CancellationToken.None));
await CeremonyAsync(draw);
await TimeAsync("draw 3 %", async () =>
{
    await draws.DrawAsync(As(Role.DrawingOperator), draw, CancellationToken.None);
    return 0;
});
MatchRequest request = MatchRequest.Usual(today, today.PlusDays(14));
MatchPreview preview = await TimeAsync("preview the match", () => matches.PreviewAsync(task, request, CancellationToken.None));
string match = await TimeAsync("freeze the problem", () => matches.PrepareAsync(As(Role.DrawingOperator), task, request, "sha-256", CancellationToken.None));
await CeremonyAsync(match);
await TimeAsync("match, with every visit written", async () =>
{
    await matches.MatchAsync(As(Role.DrawingOperator), match, CancellationToken.None);
    return 0;
});

ImmutableArray<VisitView> rows = await views.QueryAllAsync(new VisitsOfMatch(match), CancellationToken.None);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Subjects.Length} subjects, {rows.Length} visits, {rows.Sum(r => r.Missing)} seats empty, {preview.Problem.Inspectors.Length} officers in the problem"));
int ended = rows.Length / 2;
await TimeAsync($"inspect, conclude, audit {ended} visits", async () =>
{
    foreach (VisitView row in rows.Take(ended))
    {
        Visit visit = await visits.FindAsync(row.Key, CancellationToken.None);
        Acting officer = new(new Person(visit.Team.Inspectors[0], "", "", SampleDepartments.Market, [Role.Inspector]), now);
        await visits.ApproveAsync(As(Role.AuthorityHead), [row.Key], "年度抽查计划", CancellationToken.None);
        await visits.ArriveAsync(officer, row.Key, CancellationToken.None);
        await visits.EnterAllAsync(officer, row.Key, ItemResult.NoProblemFound, "", CancellationToken.None);
        await visits.ConcludeAsync(officer, row.Key, CancellationToken.None);
        await visits.AuditAsync(As(Role.ResultAuditor), row.Key, CancellationToken.None);
    }

    return 0;
});
int published = ended / 2;
await TimeAsync($"publish {published} results at once", async () =>
{
    await provider.GetRequiredService<DisclosureWorkflow>().PublishAsync(
        As(Role.Publisher), [.. rows.Take(published).Select(r => $"result-{r.Key}")], "公示系统", CancellationToken.None);
    return 0;
});
string further = await TaskAsync(RestingRules.Liaoning2019);
TaskWorkflow tasks = provider.GetRequiredService<TaskWorkflow>();
DrawDesign itsDesign = DesignDocument.Parse((await tasks.FindAsync(further, CancellationToken.None)).Task.Design!.Design).Design;
TaskPreview itsPreview = await TimeAsync("preview a further task, who rests", () => tasks.PreviewAsync(
    further, now, DirectoryCriteria.Everything, Stratification.Region, itsDesign, RestingRules.Liaoning2019, CancellationToken.None));
await TimeAsync($"freeze its frame, {itsPreview.RestingReasons.Values.Sum()} rest", () => draws.PrepareAsync(
    As(Role.DrawingOperator), further, FrameKey.Of(RandomNumberGenerator.GetBytes(32)), "sha-256", CancellationToken.None));
Console.WriteLine($"task {task}");
Console.WriteLine($"draw {draw}");
Console.WriteLine($"match {match}");
Console.WriteLine($"visit {rows[0].Key}");
Console.WriteLine($"code {rows[0].SubjectCode}");
return 0;

Acting As(Role role) => new(DemoPeople.InRole(role)[0], now);

async Task<T> TimeAsync<T>(string what, Func<Task<T>> step)
{
    long start = Stopwatch.GetTimestamp();
    T result = await step();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step\t{what}\t{(Stopwatch.GetTimestamp() - start) * 1000 / Stopwatch.Frequency}"));
    return result;
}

async Task<string> TaskAsync(RestingRules? resting)
{
    PlanWorkflow plans = provider.GetRequiredService<PlanWorkflow>();
    string plan = await plans.BeginAsync(As(Role.Drafter), today.Year, $"{today.Year} 年度计划", CancellationToken.None);
    string id = await plans.AddTaskAsync(
        As(Role.Drafter), plan, "登记事项抽查", ["SCJG-01", "SCJG-05"], today.PlusDays(-30).Year == today.Year ? today.PlusDays(-30) : new LocalDate(today.Year, 1, 1), new LocalDate(today.Year, 12, 31), CancellationToken.None);
    await plans.SubmitAsync(As(Role.Drafter), plan, CancellationToken.None);
    await plans.ApproveAsync(As(Role.GovernmentApprover), plan, CancellationToken.None);
    int size = import.Subjects.Length * 3 / 100;
    string basis = resting?.NameIn(null) ?? "按信用类别抽取";
    DesignDocument design = DesignDocument.Parse(
        $$"""{"kind":"fixed","size":{{size}},"weights":{"A":1,"B":2,"C":10,"D":30},"reservesPerCell":2,"basis":"{{basis}}"}""");
    await provider.GetRequiredService<TaskWorkflow>().DesignAsync(
        As(Role.Drafter), id, DirectoryCriteria.Everything, Stratification.Region, design, resting, CancellationToken.None);
    return id;
}

async Task CeremonyAsync(string ceremony)
{
    using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    using ECDsa witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    await draws.EnrolOperatorAsync(As(Role.DrawingOperator), ceremony, PartySignature.PublicKey(key), CancellationToken.None);
    await draws.EnrolWitnessAsync(As(Role.Witness), ceremony, PartySignature.PublicKey(witnessKey), CancellationToken.None);
    await draws.OpenAsync(As(Role.DrawingOperator), ceremony, new OpeningDeadlines(now + Duration.FromHours(1), now + Duration.FromHours(2)), CancellationToken.None);
    string first = await CommitAsync(As(Role.DrawingOperator), ceremony, key);
    string second = await CommitAsync(As(Role.Witness), ceremony, witnessKey);
    await draws.RevealAsync(As(Role.DrawingOperator), ceremony, first, CancellationToken.None);
    await draws.RevealAsync(As(Role.Witness), ceremony, second, CancellationToken.None);
}

async Task<string> CommitAsync(Acting acting, string ceremony, ECDsa key)
{
    DrawCeremony found = await draws.FindAsync(ceremony, CancellationToken.None);
    string value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    Digest commitment = SeedText.Commitment(found.Opening!, acting.Person.Id, value, Sha256.Instance);
    string statement = SeedText.CommitmentToSign(Digest.Parse(found.OpeningDigest!), acting.Person.Id, commitment);
    await draws.CommitAsync(acting, ceremony, commitment, PartySignature.Sign(key, Encoding.UTF8.GetBytes(statement)), CancellationToken.None);
    return value;
}
