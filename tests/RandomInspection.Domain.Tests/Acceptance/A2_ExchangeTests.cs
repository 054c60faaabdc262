using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Exchange;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Roles;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(一) 与各部门已有平台对接，一次录入，多处使用：what a department entered in its own system is here once, and goes out unchanged.</summary>
public sealed class A2_ExchangeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResultsOfADepartmentsOwnSystem_EnteredOnceInTheOfficersName_NobodyTypesThemAgain()
    {
        using MemoryHost host = await StepPlaces.AtAsync("arrive");
        Visit visit = await host.Visits.FindAsync(Way.VisitId, Cancellation);
        string officer = visit.Team.Inspectors[0];
        using MemoryHost known = host.Fork();
        Inbox inbox = new(
            known.Ledger,
            known.Get<IEvidenceStore>(),
            DomainEvents.Codec,
            [new ResultMessages(known.Views, known.Get<IInspectorDirectory>(), new Staff(officer), DomainEvents.Codec, known.Get<NoticeRule>()).Effect]);
        ExchangePartner partner = new("old-system", "旧系统", "The old system", "ku") { Takes = [ExchangeTypes.Results] };
        ExchangeMessage message = Message("m-1", ResultMessages.Write(Way.VisitId, officer, visit.Plan.Items.Select(item => (item, ItemResult.OrderedToCorrect, "标签不全"))));

        Assert.IsType<InboxOutcome.Taken>(await inbox.TakeAsync(partner, message, Later(visit), Cancellation));
        Assert.IsType<InboxOutcome.Known>(await inbox.TakeAsync(partner, message, Later(visit), Cancellation));
        Visit entered = await known.Visits.FindAsync(Way.VisitId, Cancellation);
        Assert.Empty(entered.Open);
        Assert.Equal(entered.Plan.Items.Length, entered.Entries);
        Assert.All(entered.Results.Values, result => Assert.Equal((ItemResult.OrderedToCorrect, "标签不全", officer), (result.Result, result.Note, result.By)));

        // A word that is not known, another department's officer, a stranger to the team: set aside with the reason, nothing entered.
        Assert.Equal("RI9164", Aside(await inbox.TakeAsync(partner, Message("m-2", message.Data.Replace("发现问题已责令改正", "整改", StringComparison.Ordinal)), Later(visit), Cancellation)));
        Assert.Equal("RI2012", Aside(await inbox.TakeAsync(partner, Message("m-3", message.Data.Replace(officer, "lv", StringComparison.Ordinal)), Later(visit), Cancellation)));
        Assert.NotEmpty(Aside(await inbox.TakeAsync(partner, Message("m-4", message.Data.Replace(officer, "chai", StringComparison.Ordinal)), Later(visit), Cancellation)));
        Assert.Equal("RI9160", Aside(await inbox.TakeAsync(partner, Message("m-5", """{"visit":"x","officer":"y","results":[]}"""), Later(visit), Cancellation)));
    }

    [Fact]
    public async Task APublishedResult_GoesOut_InTheFieldsOfTheNationalRecord()
    {
        using MemoryHost host = await StepPlaces.AtAsync("publishResult");
        DisclosedView published = Assert.Single((await host.Get<Publications>().ReadAsync(0, 100, Cancellation)), row => row.Occasion == DisclosureOccasion.ResultFormed);
        ExchangeMessage message = await host.Get<PublicationMessages>().OfAsync(published, "https://amr.shenyang.example/ledger", 1, Cancellation);
        using JsonDocument data = JsonDocument.Parse(message.Data);
        JsonElement record = data.RootElement.GetProperty("record");
        Assert.Equal(
            ["raninsPlanId", "raninsPlaneName", "raninsTaskId", "raninsTaskName", "raninsTypeName", "insAuth", "insDate", "details"],
            record.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("P2026-001", Way.TaskId, "不定向"), (Of("raninsPlanId"), Of("raninsTaskId"), Of("raninsTypeName")));
        JsonElement line = record.GetProperty("details")[0];
        Assert.Equal(["seqno", "raninsItemName", "raninsCheckResName"], line.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, line.GetProperty("seqno").GetInt32());
        Assert.NotNull(ResultWords.Find(line.GetProperty("raninsCheckResName").GetString()!));
        Assert.Equal(message, await host.Get<PublicationMessages>().OfAsync(published, "https://amr.shenyang.example/ledger", 1, Cancellation)); // the same bytes again

        string Of(string name) => record.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task AResultTakenDown_GoesOutLater_WithoutNameAndRecord()
    {
        using MemoryHost host = await StepPlaces.AtAsync("withdrawn");
        DisclosedView published = Assert.Single((await host.Get<Publications>().ReadAsync(0, 100, Cancellation)), row => row.Obligation == StepPlaces.ResultDuty);
        ExchangeMessage message = await host.Get<PublicationMessages>().OfAsync(published, "https://amr.shenyang.example/ledger", 1, Cancellation);
        using JsonDocument data = JsonDocument.Parse(message.Data);
        Assert.True(data.RootElement.GetProperty("takenDown").GetBoolean());
        Assert.Equal("", data.RootElement.GetProperty("title").GetString());
        Assert.All((string[])["uniscid", "entName", "record"], name => Assert.False(data.RootElement.TryGetProperty(name, out _), name));
    }

    /// <summary>What is taken down is said in a message of its own, after the publication of the same visit, in the order of the log.</summary>
    [Fact]
    public async Task AResultTakenDown_SaidInAMessageOfItsOwn_AfterItsPublication()
    {
        using MemoryHost host = await StepPlaces.AtAsync("withdrawn");
        PublicationMessages messages = host.Get<PublicationMessages>();
        List<ExchangeMessage> said = [];
        foreach (LedgerEntry entry in await host.EntriesAsync())
        {
            if (await messages.AboutAsync(entry, Cancellation) is { } published && published.Obligation == StepPlaces.ResultDuty)
            {
                said.Add(await messages.OfAsync(entry, published, "https://amr.shenyang.example/ledger", said.Count + 1, Cancellation));
                Assert.Equal(said[^1].Id, messages.IdOf(entry, published));
            }
        }

        Assert.Equal(ExchangeTypes.Publication, said[0].Type);
        Assert.Equal(ExchangeTypes.Withdrawal, said[^1].Type);
        Assert.Equal(said[0].Subject, said[^1].Subject);
        Assert.All(said.Skip(1).SkipLast(1), one => Assert.Equal(ExchangeTypes.Correction, one.Type));
        using JsonDocument data = JsonDocument.Parse(said[^1].Data);
        Assert.NotEqual("", data.RootElement.GetProperty("reason").GetString());
        Assert.True(data.RootElement.GetProperty("revision").GetInt32() >= 2);
    }

    /// <summary>Whatever partners read of the public log, byte for byte as it stands beside the tests; before and after it was taken down.</summary>
    [Theory]
    [InlineData("published")]
    [InlineData("corrected")]
    [InlineData("withdrawn")]
    public async Task EveryMessageOfTheLog_AsItGoesOut_WordForWord(string place)
    {
        using MemoryHost at = await StepPlaces.AtAsync("publishResult"), host = at.Fork();
        if (place != "published")
        {
            await host.Disclosures.CorrectAsync(Way.As(Role.Publisher), StepPlaces.ResultDuty, "笔误", Cancellation);
        }

        if (place == "withdrawn")
        {
            await host.Disclosures.OrderWithdrawalAsync(Way.Head, StepPlaces.ResultDuty, WithdrawalGround.Revoked, "复议撤销", Cancellation);
            await host.Disclosures.TakeDownAsync(Way.As(Role.Publisher), StepPlaces.ResultDuty, Cancellation);
        }

        PublicationMessages messages = host.Get<PublicationMessages>();
        List<string> said = [];
        foreach (LedgerEntry entry in await host.Ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation))
        {
            if (await messages.AboutAsync(entry, Cancellation) is { } published)
            {
                ExchangeMessage message = await messages.OfAsync(entry, published, "https://amr.shenyang.example/ledger", 7, Cancellation);
                Assert.Equal(message.Id, messages.IdOf(entry, published));
                said.Add($"{place}\t{message.Type}\t{message.Id}\t{message.Subject}\t{message.Sequence}\t{message.Time}\t{message.Data.TrimEnd()}");
            }
            else if (said.Count == 0)
            {
                DisclosedView first = (await host.Get<Publications>().ReadAsync(0, 1, Cancellation))[0];
                Assert.Throws<ArgumentException>("entry", () => messages.IdOf(entry, first));
                await Assert.ThrowsAsync<ArgumentException>("entry", () => messages.OfAsync(entry, first, "https://amr.shenyang.example/ledger", 7, Cancellation));
            }
        }

        Assert.Empty(await messages.TakenDownAsync([], Cancellation));
        StoredTable.Is("Exchange/messages.tsv", line => line.StartsWith($"{place}\t", StringComparison.Ordinal), said);
    }

    [Fact]
    public void ResultsByMeaning_EveryOneHasAWordACodeAndNoOther()
    {
        foreach (ItemResult result in Enum.GetValues<ItemResult>())
        {
            Assert.Equal(result, ResultWords.Find(StateWords.Of(result).Chinese));
            Assert.Equal(result, ResultWords.Find(ResultWords.Code(result)));
        }

        Assert.Equal(("01", "13"), (ResultWords.Code(ItemResult.NoProblemFound), ResultWords.Code(ItemResult.OutOfBusiness)));
        Assert.Null(ResultWords.Find("合格"));
        Assert.Null(ResultWords.Find(""));
    }

    private static Instant Later(Visit visit) => visit.BegunOn!.Value.AtMidnight().InUtc().ToInstant() + Duration.FromHours(4);

    private static ExchangeMessage Message(string id, string data) =>
        ExchangeMessage.Of("https://old.example", id, ExchangeTypes.Results, Way.VisitId, null, MemoryHost.Morning, data);

    private static string Aside(InboxOutcome outcome) => Assert.IsType<InboxOutcome.SetAside>(outcome).Reason.Code;

    /// <summary>The demo people, and an officer of the sample's inspectors.</summary>
    private sealed class Staff(string officer) : IStaff
    {
        public System.Collections.Immutable.ImmutableArray<Department> Departments => [];

        public Person? FindPerson(string personId) => personId == officer
            ? new Person(officer, officer, officer, SampleDepartments.Market, [Role.Inspector])
            : DemoPeople.All.FirstOrDefault(person => person.Id == personId);

        public Department? FindDepartment(string departmentId) => null;
    }
}
