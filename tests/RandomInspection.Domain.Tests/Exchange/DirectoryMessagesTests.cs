using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Exchange;

/// <summary>Subjects and inspectors in messages: every field and what stands for one that is not there; a full list in its range; what is none.</summary>
public sealed class DirectoryMessagesTests
{
    private const string Least = "\"code\":\"S-2\",\"name\":\"乙\",\"region\":\"沈河区\",\"trade\":\"H\",\"creditClass\":\"A\"";
    private static readonly Subject[] Sample = [.. SampleSubjects.Generate(200)];
    private static readonly FullList Full = new("Left", MemoryHost.Today, "", null, [], null, SampleDepartments.Market, null);
    private static readonly Inspector[] Team =
        [.. Enumerable.Range(0, 24).Select(i => SampleInspectors.All.First(one => one.DepartmentId == SampleDepartments.Market && one.Status == InspectorStatus.Active) with { Id = $"t-{i:00}" })];

    private static int _sent;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Subjects_EveryFieldOrNone_ReadAsItIsOrAsItsDefault()
    {
        string every = """
            {"code":"S-1","name":"甲","region":"沈河区","trade":"H","creditClass":"B","kind":"个体工商户","scope":"餐饮服务","establishedOn":"2020-01-02","status":"Suspended","tags":"食品","assessedOn":"2026-01-02","assessedBy":"省信用平台","from":"2026-12-01"}
            """.Trim();
        ImmutableArray<Subject> read = SubjectMessages.Read(Message(ExchangeTypes.Subjects, $$"""{"subjects":[{{every}},{{{Least}}}]}"""));
        Assert.Equal(["S-2", "S-1"], read.Select(one => one.Code)); // what is of a later day stands behind
        Assert.Equal(
            new Subject
            {
                Code = "S-1",
                Name = "甲",
                Region = "沈河区",
                Trade = "H",
                CreditClass = "B",
                Kind = "个体工商户",
                Scope = "餐饮服务",
                EstablishedOn = new LocalDate(2020, 1, 2),
                Status = SubjectStatus.Suspended,
                Tags = SubjectTags.Parse("食品"),
                Assessment = new CreditAssessment(new LocalDate(2026, 1, 2), "省信用平台"),
            },
            read[1]);
        Assert.Equal(("", "", null, SubjectStatus.Active, null), (read[0].Kind, read[0].Scope, read[0].EstablishedOn, read[0].Status, read[0].Assessment));
        Assert.Empty(read[0].Tags.Names);
        Assert.Equal(Sample, SubjectMessages.Read(Message(ExchangeTypes.Subjects, SubjectMessages.Write(Sample))));
    }

    [Theory]
    [InlineData("""{"subjects":[]}""", "no subject, or one twice")]
    [InlineData("{\"subjects\":[{" + Least + "},{" + Least + "}]}", "no subject, or one twice")]
    [InlineData("""{"full":{"status":"Active","on":"2026-11-23"},"subjects":[]}""", "full.status")]
    [InlineData("""{"full":{"on":"2026-11-23"},"subjects":[]}""", "status")]
    [InlineData("""{"full":{"status":"3","on":"2026-11-23"},"subjects":[]}""", "3")]
    [InlineData("{\"subjects\":[{" + Least + ",\"status\":\"active\"}]}", "active")]
    [InlineData("{\"subjects\":[{" + Least + ",\"assessedOn\":\"2026-01-02\"}]}", "assessedBy")]
    public void Subjects_NoSuchList_RI9160NamesTheFault(string data, string fault) =>
        RefusalAssert.Contains("RI9160", () => SubjectMessages.Read(Message(ExchangeTypes.Subjects, data)), ("id", "m-1"), ("type", ExchangeTypes.Subjects), ("fault", fault));

    [Fact]
    public void FullList_EveryMemberOrNone_WrittenAndRead()
    {
        FullList every = new("Deregistered", new LocalDate(2026, 12, 1), "A", "Z", ["沈河区", "和平区"], "企业", "scjg", 7);
        FullList least = new("Left", new LocalDate(2026, 12, 1), "", null, [], null, null, null);
        foreach (FullList full in (FullList[])[every, least])
        {
            using JsonDocument json = JsonDocument.Parse(CanonicalJson.WriteText(full.Write));
            FullList read = FullList.Of(json.RootElement)!;
            Assert.Equal(full.Regions.AsEnumerable(), read.Regions);
            Assert.Equal(full, read with { Regions = full.Regions });
        }

        using JsonDocument none = JsonDocument.Parse("{}"), few = JsonDocument.Parse("""{"full":{"status":"Left","on":"2026-12-01"}}""");
        Assert.Null(FullList.Of(none.RootElement));
        Assert.Equal(("", null), (FullList.Of(few.RootElement)!.After, FullList.Of(few.RootElement)!.Through));
        Assert.Equal(
            """{"full":{"status":"Left","on":"2026-12-01","after":""}}""", CanonicalJson.WriteText(least.Write).TrimEnd());
        Assert.Equal((false, true, true, false), (every.Covers("A"), every.Covers("AA"), every.Covers("Z"), every.Covers("ZZ")));
        Assert.Equal((true, false), (least.Covers("z"), least.Covers("")));
    }

    [Fact]
    public async Task Subjects_FullListOfAKindAndRegion_OnlyTheseLeave()
    {
        using MemoryHost host = new();
        string region = Sample[0].Region, kind = Sample[0].Kind;
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write(Sample));
        FullList full = new("Deregistered", MemoryHost.Today, "", null, [region], kind, null, Sample.Length);
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write([], full));
        Subject[] now = [.. await host.Get<ISubjectDirectory>().ReadAsync(Cancellation).ToListAsync(Cancellation)];
        Assert.Equal(
            Sample.Select(one => one.Status == SubjectStatus.Active && one.Carrier is null && one.Region == region && one.Kind == kind ? one with { Status = SubjectStatus.Deregistered } : one).OrderBy(one => one.Code, StringComparer.Ordinal),
            now);
    }

    [Fact]
    public async Task Inspectors_EveryFieldOrNone_ReadAsItIsOrAsItsDefault()
    {
        using MemoryHost host = new();
        Inspector every = Team[0] with
        {
            Regions = ["沈河区", "和平区"],
            Qualifications = ["SCJG-01"],
            Capacity = 3,
            Status = InspectorStatus.Left,
            Certificates = [new Certificate("辽A0001", new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31))],
            Leave = [new DateInterval(new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 5))],
        };
        await TakenAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write([every]));
        Assert.Equal(every, await host.Get<IInspectorDirectory>().FindAsync(every.Id, Cancellation));
        await TakenAsync(host, ExchangeTypes.Inspectors, $$"""{"inspectors":[{"id":"least-1","name":"甲","department":"{{SampleDepartments.Market}}","kind":"{{every.Kind}}","level":"{{every.Level}}"}]}""");
        Inspector least = (await host.Get<IInspectorDirectory>().FindAsync("least-1", Cancellation))!;
        Assert.Equal((0, 0, 0, 0, null, InspectorStatus.Active), (least.Regions.Length, least.Qualifications.Length, least.Certificates.Length, least.Leave.Length, least.Capacity, least.Status));
        LedgerEntry merged = (await host.EntriesAsync()).First(entry => entry.Type != "exchange.received");
        Assert.Contains("old-system/d-", merged.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspectors_FullList_WhoIsNotNamedHasLeftAndNotTooManyAtOnce()
    {
        using MemoryHost host = new();
        await TakenAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write([.. Team[..23], Team[23] with { Status = InspectorStatus.Left }]));
        LedgerEntry[] before = await host.EntriesAsync();
        Refusal tooMany = await AsideAsync(host, InspectorMessages.Write(Team[..2], Full));
        Assert.Equal(("RI9166", "21", "23", "20"), (tooMany.Code, tooMany["leaving"], tooMany["covered"], tooMany["most"]));
        Refusal notYet = await AsideAsync(host, InspectorMessages.Write(Team, Full with { On = MemoryHost.Today.PlusDays(1) }));
        Assert.Equal(("RI9169", "2026-11-24", "2026-11-23"), (notYet.Code, notYet["day"], notYet["today"]));
        Refusal nobody = await AsideAsync(host, InspectorMessages.Write([], Full with { Department = "nobody" }));
        Assert.Equal(("RI5205", "nobody"), (nobody.Code, nobody["value"]));
        Assert.StartsWith(SampleDepartments.Market + "、", nobody["known"], StringComparison.Ordinal);
        foreach ((string data, string fault) in ((string, string)[])[
            ("""{"inspectors":[]}""", "no inspector, or one twice"),
            (InspectorMessages.Write([Team[0], Team[0]]), "no inspector, or one twice"),
            (InspectorMessages.Write(Team, Full with { Status = "Active" }), "full"),
            (InspectorMessages.Write(Team, Full with { Department = null }), "full")])
        {
            Refusal refused = await AsideAsync(host, data);
            Assert.Equal(("RI9160", fault), (refused.Code, refused["fault"]));
        }

        Assert.Equal(before.Length, (await host.EntriesAsync()).Length);
        await TakenAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write([], Full with { After = Team[22].Id })); // nobody is there: nothing leaves
        await TakenAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write(Team[3..23], Full));
        Assert.Equal(
            ["Left", "Left", "Left", .. Enumerable.Repeat("Active", 20), "Left"],
            (await host.Get<IInspectorDirectory>().ReadAsync(SampleDepartments.Market, Cancellation).ToListAsync(Cancellation)).OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => one.Status.ToString()));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("old-system-2", true)]
    [InlineData("1234567890123456789012345678901234567890", true)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Old", false)]
    [InlineData("a_b", false)]
    [InlineData("甲", false)]
    public void ExchangePartner_IsId_LowerCaseLettersDigitsAndHyphens(string? text, bool due)
    {
        Assert.Equal(due, ExchangePartner.IsId(text));
        ExchangePartner partner = new("a", "甲", "A", "ku");
        Assert.Equal((0, 0, 0, 0, 0), (partner.Takes.Length, partner.Gets.Length, partner.Addresses.Length, partner.Secrets.Length, partner.Keys.Length));
    }


    private static async Task TakenAsync(MemoryHost host, string type, string data)
    {
        InboxOutcome outcome = await TakeAsync(host, type, data);
        Assert.True(outcome is InboxOutcome.Taken, $"{(outcome as InboxOutcome.SetAside)?.Reason.Reason(Language.English)}");
    }

    private static async Task<Refusal> AsideAsync(MemoryHost host, string data) => Assert.IsType<InboxOutcome.SetAside>(await TakeAsync(host, ExchangeTypes.Inspectors, data)).Reason;

    private static Task<InboxOutcome> TakeAsync(MemoryHost host, string type, string data) => new Inbox(
        host.Ledger,
        host.Get<IEvidenceStore>(),
        DomainEvents.Codec,
        [
            new SubjectMessages(host.Get<ISubjectDirectory>(), host.Get<IInspectorDirectory>(), host.Get<IStaff>(), DomainEvents.Codec).Effect,
            new InspectorMessages(host.Get<ISubjectDirectory>(), host.Get<IInspectorDirectory>(), host.Get<IStaff>(), DomainEvents.Codec).Effect,
        ]).TakeAsync(
            new ExchangePartner("old-system", "旧系统", "The old system", "ku") { Takes = [ExchangeTypes.Subjects, ExchangeTypes.Inspectors] },
            ExchangeMessage.Of("https://old.example", $"d-{Interlocked.Increment(ref _sent)}", type, "directory", null, MemoryHost.Morning, data),
            MemoryHost.Morning,
            Cancellation);

    private static ExchangeMessage Message(string type, string data) => ExchangeMessage.Of("https://old.example", "m-1", type, "directory", null, MemoryHost.Morning, data);
}
