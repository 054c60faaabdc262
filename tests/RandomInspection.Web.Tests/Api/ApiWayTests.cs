using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection.Client;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests.Api;

/// <summary>The whole way by a program with the typed client alone: directories, plan, approval, draw, match, visit, publication, and what anybody verifies of it.</summary>
public sealed class ApiWayTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 23, 1, 0);

    private int _keys;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Way_FromDirectoriesToAVerifiedPublication_GoesByTheClientAlone()
    {
        await using ApiHost host = await ApiHost.StartAsync(Morning, first: services => services.AddSingleton<ISaltSource>(new Salts()));
        RandomInspectionClient keeper = As(host, Role.DirectoryKeeper), drafter = As(host, Role.Drafter), government = As(host, Role.GovernmentApprover);
        RandomInspectionClient drawing = As(host, Role.DrawingOperator), auditor = As(host, Role.ResultAuditor), publisher = As(host, Role.Publisher), anybody = Client(host, null);

        // Directories: kept, dry run, merged at the version that was looked at.
        (string subjects, long none) = await MergeAsync(keeper, Table(writer => SampleSubjectFile.Write(writer, SampleSubjects.Generate(120))), "subjects.csv", true);
        (string inspectors, _) = await MergeAsync(keeper, Table(writer => SampleInspectorFile.Write(writer, SampleInspectors.All)), "inspectors.csv", false);
        Assert.Equal(0, none);
        Assert.NotEqual(subjects, inspectors);
        Page<SubjectResource> first = (await keeper.Directories.SubjectsAsync(limit: 100, cancellation: Cancellation)).Value;
        Page<SubjectResource> rest = (await keeper.Directories.SubjectsAsync(after: first.Next, limit: 100, cancellation: Cancellation)).Value;
        Assert.Equal(120, first.Items.Concat(rest.Items).Select(subject => subject.Code).Distinct().Count());
        Assert.Null(rest.Next);

        // Plan and approval.
        Receipt begun = (await drafter.Plans.BeginAsync(new BeginPlanBody { Year = 2026, Title = "2026 年度抽查计划" }, Key(), Cancellation)).Value;
        Assert.Equal("P2026-001", begun.Id);
        PlannedTaskBody planned = new() { Title = "食品经营抽查", Items = ["SCJG-01"], From = new LocalDate(2026, 11, 20), To = new LocalDate(2026, 12, 4) };
        Answer<Receipt> added = await drafter.Plans.AddTaskAsync("P2026-001", planned, Tag(begun), Key(), Cancellation);
        string task = added.Value.Id!;
        Assert.Equal("P2026-001-T01", task);
        Answer<Receipt> submitted = await drafter.Plans.SubmitAsync("P2026-001", added.Tag!, Key(), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<RefusedException>(() => anybody.Plans.ReadAsync("P2026-001", Cancellation))).Status);
        await government.Plans.ApproveAsync("P2026-001", submitted.Tag!, Key(), Cancellation);
        Answer<PlanResource> plan = await anybody.Plans.ReadAsync("P2026-001", Cancellation);
        Assert.Equal((PlanStatus.Approved, "\"4\""), (plan.Value.Status, plan.Tag));

        // Draw.
        JsonElement design = JsonDocument.Parse("""{"kind":"fixed","size":3,"weights":{"A":1,"B":1,"C":1,"D":1},"reservesPerCell":1}""").RootElement;
        DesignBody designed = new() { Criteria = new CriteriaBody(), Stratification = Stratification.None, Design = design };
        PreviewResource preview = (await drafter.Tasks.PreviewAsync(task, designed, Cancellation)).Value;
        Assert.Equal("3000000000", preview.ExpectedNano);
        Answer<Receipt> set = await drafter.Tasks.DesignAsync(task, designed, (await drafter.Tasks.ReadAsync(task, Cancellation)).Tag!, Key(), Cancellation);
        string draw = (await drawing.Tasks.PrepareDrawAsync(task, new PrepareDrawBody { With = [] }, set.Tag!, Key(), Cancellation)).Value.Id!;
        Assert.Equal("D2026-0001", draw);
        string ready = await OpenedAsync(drawing, draw);
        Receipt drawn = (await drawing.Draws.DrawAsync(draw, ready, Key(), Cancellation)).Value;
        Assert.Contains(drawn.Entries, entry => entry.Type == "draw.drawn");

        // Anybody verifies the record with nothing but what was answered.
        Answer<JsonElement> record = await anybody.Draws.RecordAsync(draw, Cancellation);
        RecordVerification verified = host.Get<RecordVerifier>().Verify(record.Content.ToArray(), new Dictionary<string, byte[]>(), new Dictionary<string, FrameKey>());
        Assert.True(verified.Verifies, string.Join("\n", verified.Steps));

        // Match and one visit to its publication.
        PrepareMatchBody request = new() { From = new LocalDate(2026, 11, 23), To = new LocalDate(2026, 12, 4), Capacity = 40 };
        string match = (await drawing.Tasks.PrepareMatchAsync(task, request, (await drawing.Tasks.ReadAsync(task, Cancellation)).Tag!, Key(), Cancellation)).Value.Id!;
        await drawing.Matches.MatchAsync(match, await OpenedAsync(drawing, match), Key(), Cancellation);
        Page<VisitRow> visits = (await auditor.Visits.ListAsync(task: task, cancellation: Cancellation)).Value;
        Assert.Equal(3, visits.Items.Count);
        string visit = visits.Items[0].Id;
        await As(host, Role.AuthorityHead).Visits.ApproveAsync(new ApproveVisitsBody { Visits = [visit], Reason = "按计划检查" }, Key(), Cancellation);
        Answer<VisitResource> found = await auditor.Visits.ReadAsync(visit, Cancellation);
        RandomInspectionClient officer = Client(host, found.Value.Team[0]);
        Assert.Contains((await officer.Visits.MineAsync(cancellation: Cancellation)).Value.Items, row => row.Id == visit);
        string tag = (await officer.Visits.ArriveAsync(visit, new ArriveBody(), found.Tag!, Key(), Cancellation)).Tag!;
        tag = (await officer.Visits.EnterAsync(visit, new ResultsBody { Results = [new ResultBody { Item = "SCJG-01", Result = ItemResult.NoProblemFound, Note = "" }] }, tag, Key(), Cancellation)).Tag!;
        tag = (await officer.Visits.ConcludeAsync(visit, tag, Key(), Cancellation)).Tag!;
        await auditor.Visits.AuditAsync(visit, tag, Key(), Cancellation);
        Assert.Empty((await anybody.Results.ListAsync(cancellation: Cancellation)).Value.Items);
        Answer<DutyRow> duty = await publisher.Duties.ReadAsync($"result-{visit}", Cancellation);
        await publisher.Duties.PublishAsync(duty.Value.Id, new ChannelsBody { Channels = ["portal"] }, duty.Tag!, Key(), Cancellation);
        ResultResource published = Assert.Single((await anybody.Results.ListAsync(cancellation: Cancellation)).Value.Items);
        Assert.Equal(visit, published.Visit);
        Assert.Contains(visit, (await anybody.Results.ExportLinesAsync(Cancellation)).Value, StringComparison.Ordinal);
        Assert.Contains(visit, (await anybody.Results.ExportCsvAsync(Cancellation)).Value, StringComparison.Ordinal);
        PublicationResource news = Assert.Single((await anybody.Ledger.PublicationsAsync(cancellation: Cancellation)).Value.Items);
        Assert.Equal(visit, news.About);
    }

    private static RandomInspectionClient Client(ApiHost host, string? person) => new(host.Caller(person));

    private static RandomInspectionClient As(ApiHost host, Role role) => Client(host, DemoPeople.InRole(role)[0].Id);

    private static string Tag(Receipt receipt) => $"\"{receipt.Version}\"";

    private static byte[] Table(Action<TextWriter> write)
    {
        using StringWriter text = new();
        write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string Key() => $"way-{++_keys}";

    private async Task<(string Digest, long Version)> MergeAsync(RandomInspectionClient keeper, byte[] table, string name, bool subjects)
    {
        string digest = (await keeper.Directories.KeepFileAsync(name, new MemoryStream(table), Cancellation)).Value.Digest;
        MergeFileBody file = new() { Digest = digest, Name = name };
        MergeCheckResource check = (subjects ? await keeper.Directories.CheckSubjectsAsync(file, Cancellation) : await keeper.Directories.CheckInspectorsAsync(file, Cancellation)).Value;
        MergeBody merge = new() { Digest = digest, Name = name, Version = (int)check.Version, LeaveOutRefused = true };
        Receipt receipt = (subjects ? await keeper.Directories.MergeSubjectsAsync(merge, Key(), Cancellation) : await keeper.Directories.MergeInspectorsAsync(merge, Key(), Cancellation)).Value;
        Assert.NotEmpty(receipt.Entries);
        return (digest, check.Version);
    }

    /// <summary>A ceremony that rests on the host's own value, opened; its version then.</summary>
    private async Task<string> OpenedAsync(RandomInspectionClient drawing, string ceremony)
    {
        Answer<CeremonyResource> prepared = await drawing.Ceremonies.ReadAsync(ceremony, Cancellation);
        Answer<Receipt> enrolled = await drawing.Ceremonies.EnrolSystemAsync(ceremony, prepared.Tag!, Key(), Cancellation);
        OpenBody deadlines = new() { CommitBy = Morning + Duration.FromHours(1), RevealBy = Morning + Duration.FromHours(2) };
        return (await drawing.Ceremonies.OpenAsync(ceremony, deadlines, enrolled.Tag!, Key(), Cancellation)).Tag!;
    }

    private sealed class Salts : ISaltSource
    {
        private int _given;

        public string Next() => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref _given))));
    }
}
