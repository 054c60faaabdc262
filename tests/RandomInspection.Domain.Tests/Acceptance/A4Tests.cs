using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(三)：建立全市统一监管对象名录库，动态管理；通用名录之上可筛选建立专用名录；产品、项目、场所、点位等行为载体名录与监管对象关联。</summary>
public sealed class A4Tests
{
    private static readonly ImmutableArray<Subject> Subjects = [.. SampleSubjects.Generate(500)];
    private static readonly DirectoryCriteria Food = DirectoryCriteria.Everything with { Tags = ["食品"] };

    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    [Fact]
    public async Task A4_通用名录_ForProfitAndNonProfitByWhoRegisters()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        ISubjectDirectory directory = host.Get<ISubjectDirectory>();
        List<Subject> forProfit = await ReadAsync(directory, DirectoryCriteria.Everything with { General = GeneralDirectory.ForProfit });
        List<Subject> nonProfit = await ReadAsync(directory, DirectoryCriteria.Everything with { General = GeneralDirectory.NonProfit });
        Assert.NotEmpty(nonProfit);
        Assert.All(forProfit, s => Assert.Equal('9', s.Code[0]));
        Assert.All(nonProfit, s => Assert.NotEqual('9', s.Code[0]));
        Assert.Equal(Subjects.Length, forProfit.Count + nonProfit.Count);
        Assert.Null(GeneralDirectories.Of("210100000000000")); // an old registration number says nothing of it
    }

    [Fact]
    public async Task A4_专用名录_SavedCriteriaWithHistoryNamedByTheDraw()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        SpecialDirectoryWorkflow specials = host.Get<SpecialDirectoryWorkflow>();
        await host.RefusedAsync("RI2013", () => specials.SaveAsync(MemoryHost.As(Role.Publisher), "餐饮", Food, "餐饮专项", Cancellation));
        string special = await specials.SaveAsync(MemoryHost.As(Role.DirectoryKeeper), "餐饮", Food, "餐饮专项", Cancellation);
        Assert.Equal("Z2026-001", special);
        await host.RefusedAsync("RI5035", () => specials.SaveAsync(MemoryHost.As(Role.Drafter), "餐饮", Food, "再来", Cancellation));
        await host.RefusedAsync("RI5034", () => specials.ReviseAsync(MemoryHost.As(Role.Drafter), "Z2026-009", Food, "理由", Cancellation));
        await specials.ReviseAsync(MemoryHost.As(Role.Drafter), special, Food with { Regions = ["沈河区", "铁西区"] }, "先查两区", Cancellation);

        // A task takes the version in force; the record names it, and what comes later changes nothing for the task.
        (Frame frame, FrozenTask frozen) = await host.FreezeAsync(Food with { Regions = ["铁西区", "沈河区"] }, 1, special);
        Assert.Contains($"\"special\":{{\"special\":\"{special}\",\"name\":\"餐饮\",\"version\":2}}", frozen.Criteria, StringComparison.Ordinal);
        Assert.Equal(
            Subjects.Where(s => s.Status == SubjectStatus.Active && s.Tags.HasAny(["食品"]) && s.Region is ("沈河区" or "铁西区")).Select(s => s.Code).Order(StringComparer.Ordinal),
            frame.Units.Select(u => u.Id));
        Assert.Equal(Subjects.Length, frame.Size + frozen.LeftOut.Values.Sum()); // the number left out for each reason

        await specials.ReviseAsync(MemoryHost.As(Role.Drafter), special, Food, "全市", Cancellation);
        await RefusedAsync("RI5036", () => host.FreezeAsync(Food with { Regions = ["沈河区"] }, 1, special));
        await specials.RetireAsync(MemoryHost.As(Role.DirectoryKeeper), special, "专项结束", Cancellation);
        await RefusedAsync("RI5033", () => host.FreezeAsync(Food, 1, special));
        Assert.Equal([1, 2, 3], (await specials.FindAsync(special, Cancellation)).Versions.Select(v => v.Version));
        Assert.True((await host.Views.FindAsync<SpecialDirectoryView>(special, Cancellation))!.IsRetired);
    }

    [Fact]
    public async Task A4_行为载体_LinkedToASubjectAndDrawnByThemselves()
    {
        using MemoryHost host = new();
        Subject firm = Subjects.First(s => s.Status == SubjectStatus.Active);
        Subject[] carriers = [Carrier("SITE-0001", CarrierKind.Site, firm.Code), Carrier("SITE-0002", CarrierKind.Site, firm.Code), Carrier("PROD-0001", CarrierKind.Product, firm.Code)];
        await host.RefusedAsync("RI5134", () => host.ImportAsync(Carrier("SITE-0009", CarrierKind.Site, "91210100MA0XXXXX0X")));
        await host.RefusedAsync("RI5134", () => host.ImportAsync([.. Subjects, carriers[0], Carrier("SITE-0010", CarrierKind.Site, "SITE-0001")]));
        await host.ImportAsync([.. Subjects, .. carriers]);

        (Frame sites, FrozenTask frozen) = await host.FreezeAsync(DirectoryCriteria.Everything with { Carriers = [CarrierKind.Site] }, 1);
        Assert.Equal(["SITE-0001", "SITE-0002"], sites.Units.Select(u => u.Id));
        Assert.Contains("\"carriers\":[\"site\"]", frozen.Criteria, StringComparison.Ordinal);
        Assert.Equal(0, frozen.LeftOut.GetValueOrDefault("criteria"));

        // The subject is known for the visit, and a frame of subjects has no carriers.
        ISubjectDirectory directory = host.Get<ISubjectDirectory>();
        Assert.Equal(firm.Code, (await directory.FindAsync("SITE-0001", Cancellation))!.AnswersFor);
        List<string> its = [];
        await foreach (Subject carrier in directory.CarriersAsync(firm.Code, Cancellation))
        {
            its.Add(carrier.Code);
        }

        Assert.Equal(["PROD-0001", "SITE-0001", "SITE-0002"], its);
        (Frame subjects, FrozenTask ofSubjects) = await host.FreezeAsync(DirectoryCriteria.Everything, 1);
        Assert.Equal(Subjects.Count(s => s.Status == SubjectStatus.Active), subjects.Size);
        Assert.Equal(Subjects.Length, subjects.Size + ofSubjects.LeftOut.Values.Sum());
    }

    [Fact]
    public async Task A4_行为载体_RestsWhereItsSubjectDoes()
    {
        Subject firm = Subjects.First(s => s.Status == SubjectStatus.Active), other = Subjects.Last(s => s.Status == SubjectStatus.Active);
        using MemoryHost host = new(services => services.AddSingleton<IVisitHistory>(new Visited(firm.Code)));
        await host.ImportAsync([.. Subjects, Carrier("SITE-0001", CarrierKind.Site, firm.Code), Carrier("SITE-0002", CarrierKind.Site, other.Code)]);
        (Frame sites, _) = await host.FreezeAsync(DirectoryCriteria.Everything with { Carriers = [CarrierKind.Site] }, 1, resting: new RestingRules { VisitsByAuthority = 1 });
        Assert.Equal([Standing.Resting, Standing.Drawable], sites.Units.Select(u => u.Standing));
    }

    [Fact]
    public async Task A4_动态管理_StatusChangesTakeEffectOnTheirDayBeforeTheFrame()
    {
        using MemoryHost host = new();
        Subject firm = Subjects.First(s => s.Status == SubjectStatus.Active);
        await host.ImportAsync(Subjects);
        SubjectFile file = new("变更.csv", new string('1', 64), [], 0, 0) { Dated = [new DatedSubject(new LocalDate(2026, 11, 26), firm with { Status = SubjectStatus.MovedOut })] };
        await host.Get<DirectoryWorkflow>().MergeAsync(new Actor("ku", Role.DirectoryKeeper), file, MemoryHost.Morning, Cancellation);
        (Frame before, FrozenTask first) = await host.FreezeAsync(DirectoryCriteria.Everything, 2);
        (Frame after, FrozenTask second) = await host.FreezeAsync(DirectoryCriteria.Everything, 3);
        Assert.True(before.IndexOf(firm.Code) >= 0);
        Assert.True(after.IndexOf(firm.Code) < 0);
        Assert.Equal(first.LeftOut["movedOut"] + 1, second.LeftOut["movedOut"]);
        Assert.True(second.DirectoryVersion > first.DirectoryVersion);
    }

    [Fact]
    public async Task A4_全程留痕_EverythingTheDirectorySaidOfASubject()
    {
        using MemoryHost host = new();
        Subject firm = Subjects.First(s => s.CreditClass == "A") with { Assessment = new CreditAssessment(new LocalDate(2026, 1, 5), "市信用中心") };
        await host.ImportAsync([.. Subjects.Where(s => s.Code != firm.Code), firm]);
        Subject worse = firm with { CreditClass = "C", Assessment = new CreditAssessment(new LocalDate(2026, 11, 20), "监督抽验不合格") };
        await host.ImportAsync(worse);
        await host.ImportAsync(Subjects.First(s => s.Code != firm.Code) with { Scope = "别的" });
        ImmutableArray<SubjectState> history = await host.Get<SubjectHistory>().ReadAsync(firm.Code, Cancellation);
        Assert.Equal([(1L, firm), (2L, worse)], history.Select(state => (state.Version, state.Subject)));
        Assert.Empty(await host.Get<SubjectHistory>().ReadAsync("91210100MA0XXXXX0X", Cancellation));
    }

    [Fact]
    public void A4_信用代码_WrongCheckCharacterIsAccepted()
    {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.Parse("91210100MA0000000A");
        Assert.False(code.CheckCharacterIsValid);
        Assert.Equal("91210100MA0000000A", (Subjects[0] with { Code = code.Value }).Code);
    }

    private static Subject Carrier(string code, CarrierKind kind, string subject) => new()
    {
        Code = code,
        Name = $"载体 {code}",
        Region = "沈河区",
        Trade = "H",
        CreditClass = "B",
        Carrier = new Carrier(kind, subject),
    };

    /// <summary>A design is refused; its plan stands before it.</summary>
    private static async Task RefusedAsync(string code, Func<Task> step) => Assert.Equal(code, (await Assert.ThrowsAsync<InputRefusedException>(step)).Refusal.Code);

    private static async Task<List<Subject>> ReadAsync(ISubjectDirectory directory, DirectoryCriteria criteria)
    {
        List<Subject> found = [];
        await foreach (Subject subject in directory.ReadAsync(criteria, Cancellation))
        {
            found.Add(subject);
        }

        return found;
    }

    /// <summary>One firm was visited by the market regulation bureau this year.</summary>
    private sealed class Visited(string code) : IVisitHistory
    {
        public Task<ImmutableArray<PastVisit>> ReadAsync(LocalDate from, CancellationToken cancellation) =>
            Task.FromResult<ImmutableArray<PastVisit>>([new PastVisit(code, SampleDepartments.Market, "P2026-009-T01", "v", new LocalDate(2026, 3, 2))]);
    }
}
