using NodaTime;
using RandomInspection.Catalogue;

namespace RandomInspection.Tests.Catalogue;

/// <summary>A department's catalogue: every command in every state, and what it is refused for.</summary>
public sealed class ItemCatalogueTests
{
    private const string Table = """
        command  | None   | Draft     | Submitted | Reviewed | Reported
        Begin    | Draft  | RI2420    | RI2420    | RI2420   | RI2420
        Add      | RI2420 | Draft     | RI2420    | RI2420   | RI2420
        Revise   | RI2420 | Draft     | RI2420    | RI2420   | RI2420
        Remove   | RI2420 | Draft     | RI2420    | RI2420   | RI2420
        Submit   | RI2420 | Submitted | RI2420    | RI2420   | RI2420
        Review   | RI2420 | RI2420    | Reviewed  | RI2420   | RI2420
        Return   | RI2420 | RI2420    | Draft     | RI2420   | RI2420
        TakeBack | RI2420 | RI2420    | Draft     | Draft    | Draft
        Report   | RI2420 | RI2420    | RI2420    | Reported | RI2420
        Publish  | RI2420 | RI2420    | RI2420    | RI2420   | None
        """;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 0);
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly InspectionItem Food = Item("SCJG-01"), Lifts = Item("SCJG-02"), Adverts = Item("SCJG-05") with { IsKey = false, RatioPercent = 3 };

    private static readonly Dictionary<string, (Func<ItemCatalogue, CatalogueEvent> Run, string Name)> Commands = new()
    {
        ["Begin"] = (c => c.Begin("新一版", "ni"), "beginning a version"),
        ["Add"] = (c => c.Add(Adverts, CatalogueRules.Shenyang, _ => false), "adding an item"),
        ["Revise"] = (c => c.Revise(Food with { RatioPercent = 12 }, CatalogueRules.Shenyang), "revising an item"),
        ["Remove"] = (c => c.Remove("SCJG-02"), "removing an item"),
        ["Submit"] = (c => c.Submit("ni"), "submitting"),
        ["Review"] = (c => c.Review("依据准确", "fa"), "reviewing"),
        ["Return"] = (c => c.Return("条款有误", "fa"), "sending it back"),
        ["TakeBack"] = (c => c.TakeBack("另有补充", "ni"), "taking it back"),
        ["Report"] = (c => c.Report("xie"), "reporting"),
        ["Publish"] = (c => c.Publish(Today, "公示系统", "gong", Now, Today), "publishing"),
    };

    public static TheoryData<string, string, string> Cells() => StateTable.Cells(Table, Commands.Keys, ["None", .. Enum.GetNames<CatalogueStatus>()]);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_State_LeadsToOrIsRefused(string state, string command, string due)
    {
        (ItemCatalogue catalogue, List<CatalogueEvent> events) = At(state);
        Assert.Equal(state, Of(catalogue));
        string before = StateOf(catalogue);
        Assert.Equal(before, StateOf(ItemCatalogue.Replay("scjg", events)));
        if (!due.StartsWith("RI", StringComparison.Ordinal))
        {
            events.Add(Commands[command].Run(catalogue));
            Assert.Equal(due, Of(catalogue));
            Assert.NotEqual(before, StateOf(catalogue));
            Assert.Equal(StateOf(catalogue), StateOf(ItemCatalogue.Replay("scjg", events)));
            return;
        }

        RefusalAssert.Transition(due, () => Commands[command].Run(catalogue), state, ("department", "scjg"), ("state", state), ("commandEn", Commands[command].Name));
        Assert.Equal(before, StateOf(catalogue));
    }

    [Fact]
    public void Publish_SecondVersion_FirstStaysAsItWas()
    {
        (ItemCatalogue catalogue, _) = At("None");
        CatalogueVersion first = catalogue.Latest!;
        catalogue.Begin("调整比例", "ni");
        Assert.Equal(first.Items, catalogue.Draft!.Items);
        catalogue.Revise(Food with { RatioPercent = 12 }, CatalogueRules.Shenyang);
        catalogue.Remove("SCJG-02");
        catalogue.Add(Adverts, CatalogueRules.Shenyang, _ => false);
        Pass(catalogue, new LocalDate(2027, 1, 1));
        Assert.Same(first, catalogue.Versions[0]);
        Assert.Equal([1, 2], catalogue.Versions.Select(v => v.Number));
        CatalogueDifference difference = CatalogueDifference.Between(first.Items, catalogue.Latest!.Items);
        Assert.Equal([Adverts with { DepartmentId = "scjg" }], difference.Added);
        Assert.Equal(["SCJG-02"], difference.Removed.Select(i => i.Code));
        Assert.Equal([(10, 12)], difference.Revised.Select(r => (r.Before.RatioPercent, r.After.RatioPercent)));
        Assert.False(difference.IsEmpty);
        Assert.True(CatalogueDifference.Between(first.Items, first.Items).IsEmpty);
    }

    [Fact]
    public void On_Days_TheVersionInForceAndWhatWasKnown()
    {
        (ItemCatalogue catalogue, _) = At("None");
        catalogue.Begin("调整", "ni");
        catalogue.Remove("SCJG-02");
        Pass(catalogue, new LocalDate(2027, 1, 1));
        PublishedItems before = PublishedItems.On(catalogue.Versions, Today.PlusDays(-1));
        Assert.True(before.Items.IsEmpty);
        Assert.NotNull(before.Known("SCJG-01")); // published, not in force yet
        PublishedItems now = PublishedItems.On(catalogue.Versions, new LocalDate(2026, 12, 31));
        Assert.Equal((1, "scjg-v1"), (now.VersionOf("scjg")!.Number, Assert.Single(now.VersionsOf(["SCJG-01", "SCJG-02"]))));
        Assert.NotNull(now.Find("SCJG-02"));
        PublishedItems later = PublishedItems.On(catalogue.Versions, new LocalDate(2027, 1, 1));
        Assert.Equal((2, null), (later.VersionOf("scjg")!.Number, later.Find("SCJG-02")));
        Assert.NotNull(later.Known("SCJG-02"));
        Assert.Null(later.Known("XX-99"));
        Assert.Null(later.VersionOf("sthj"));
    }

    [Fact]
    public void Submit_LawChangedAndItemNotRevised_RI2427UntilItIs()
    {
        (ItemCatalogue catalogue, _) = At("None");
        catalogue.NoteChange("食品安全法（2026 修正）", Today, ["SCJG-01", "SCJG-01"], "fa", Today);
        catalogue.Begin("年度调整", "ni");
        catalogue.Add(Adverts, CatalogueRules.Shenyang, _ => false);
        RefusalAssert.Input("RI2427", () => catalogue.Submit("ni"), ("item", "SCJG-01"), ("law", "食品安全法（2026 修正）"));
        catalogue.Revise(catalogue.Draft!.Find("SCJG-01")!, CatalogueRules.Shenyang); // read again, and it may stay
        catalogue.Submit("ni");
        Finish(catalogue, Today);
        Assert.Equal(2, Assert.Single(catalogue.Changes).AnsweredBy);
        Assert.Empty(catalogue.OpenChanges);
    }

    [Fact]
    public void Publish_LawChangedAfterSubmission_StaysOpenForTheNextVersion()
    {
        (ItemCatalogue catalogue, _) = At("Submitted");
        catalogue.NoteChange("特种设备安全法（2026 修正）", Today, ["SCJG-02"], "fa", Today);
        Finish(catalogue, Today);
        Assert.Equal("特种设备安全法（2026 修正）", Assert.Single(catalogue.OpenChanges).Law);
        catalogue.Begin("按新法修订", "ni");
        catalogue.Remove("SCJG-02");
        Pass(catalogue, Today);
        Assert.Equal(3, catalogue.Changes[0].AnsweredBy);
    }

    [Fact]
    public void Submit_NothingNew_RI2426()
    {
        (ItemCatalogue catalogue, _) = At("None");
        catalogue.Begin("重新公布", "ni");
        RefusalAssert.Input("RI2426", () => catalogue.Submit("ni"), ("department", "scjg"));
        ItemCatalogue empty = ItemCatalogue.Replay("scjg", []);
        empty.Begin("首版", "ni");
        RefusalAssert.Input("RI2426", () => empty.Submit("ni"), ("department", "scjg"));
    }

    [Theory]
    [InlineData("ni", "Submitted", "Review")]
    [InlineData("zhao", "Submitted", "Review")]
    [InlineData("ni", "Reviewed", "Report")]
    [InlineData("fa", "Reviewed", "Report")]
    [InlineData("fa", "Reported", "Publish")]
    [InlineData("xie", "Reported", "Publish")]
    public void Step_OwnWork_RI2429(string person, string state, string command)
    {
        (ItemCatalogue catalogue, _) = At(state);
        Action step = command switch
        {
            "Review" => () => catalogue.Review("依据准确", person),
            "Report" => () => catalogue.Report(person),
            _ => () => catalogue.Publish(Today, "公示系统", person, Now, Today),
        };
        RefusalAssert.Input("RI2429", step, ("person", person), ("department", "scjg"), ("version", "2"));
    }

    [Fact]
    public void Add_MalformedItem_Refused()
    {
        (ItemCatalogue catalogue, _) = At("Draft");
        string before = StateOf(catalogue);
        foreach (InspectionItem malformed in new[]
        {
            Adverts with { Code = "" }, Adverts with { Code = new string('A', 33) }, Adverts with { Code = "事项" }, Adverts with { Code = "A B" }, Adverts with { Code = "A:B" },
            Adverts with { RatioPercent = 0 }, Adverts with { RatioPercent = 101 }, Adverts with { TimesAYear = 0 }, Adverts with { TimesAYear = 367 },
        })
        {
            RefusalAssert.Contains("RI2424", () => catalogue.Add(malformed, CatalogueRules.Shenyang, _ => false), ("item", malformed.Code));
        }

        foreach (InspectionItem silent in new[]
        {
            Adverts with { ChineseTitle = " " }, Adverts with { EnglishTitle = "" }, Adverts with { LegalBasis = "" },
            Adverts with { ChineseObjectKind = "" }, Adverts with { EnglishObjectKind = new string('x', 201) },
        })
        {
            RefusalAssert.Contains("RI2421", () => catalogue.Add(silent, CatalogueRules.Shenyang, _ => false), ("most", "200"));
        }

        RefusalAssert.Input(
            "RI2425", () => catalogue.Add(Adverts with { RatioPercent = 21 }, CatalogueRules.Shenyang, _ => false),
            ("item", "SCJG-05"), ("ratio", "21"), ("most", "20"), ("basis", "沈阳 2018 抽取比例上限"));
        RefusalAssert.Input("RI2423", () => catalogue.Add(Food, CatalogueRules.Shenyang, _ => false), ("item", "SCJG-01"));
        RefusalAssert.Input("RI2423", () => catalogue.Add(Adverts, CatalogueRules.Shenyang, code => code == "SCJG-05"), ("item", "SCJG-05"));
        RefusalAssert.Input("RI2422", () => catalogue.Revise(Adverts, CatalogueRules.Shenyang), ("item", "SCJG-05"));
        RefusalAssert.Input("RI2422", () => catalogue.Remove("XX-99"), ("item", "XX-99"));
        Assert.Equal(before, StateOf(catalogue));
        catalogue.Add(Adverts with { RatioPercent = 20 }, CatalogueRules.Shenyang, _ => false);
        Assert.Equal(100, catalogue.Revise(Food with { RatioPercent = 100, TimesAYear = 366 }, CatalogueRules.Shenyang).Item.RatioPercent); // key: no ceiling
    }

    [Fact]
    public void Publish_DayOutOfRange_RI2428()
    {
        (ItemCatalogue catalogue, _) = At("None");
        catalogue.Begin("调整", "ni");
        catalogue.Remove("SCJG-02");
        Pass(catalogue, new LocalDate(2027, 1, 1));
        catalogue.Begin("再调整", "ni");
        catalogue.Add(Lifts, CatalogueRules.Shenyang, _ => false);
        catalogue.Submit("ni");
        catalogue.Review("依据准确", "fa");
        catalogue.Report("xie");
        RefusalAssert.Input(
            "RI2428", () => catalogue.Publish(new LocalDate(2026, 12, 31), "公示系统", "gong", Now, Today), ("day", "2026-12-31"), ("least", "2027-01-01"), ("most", "2027-11-23"));
        RefusalAssert.Contains("RI2428", () => catalogue.Publish(new LocalDate(2027, 11, 24), "公示系统", "gong", Now, Today));
        RefusalAssert.Input("RI2421", () => catalogue.Publish(new LocalDate(2027, 1, 1), " ", "gong", Now, Today), ("fieldZh", "公示渠道"), ("fieldEn", "Channel"), ("most", "200"));
        catalogue.Publish(new LocalDate(2027, 1, 1), "公示系统", "gong", Now, Today);
        Assert.Equal(3, PublishedItems.On(catalogue.Versions, new LocalDate(2027, 1, 1)).VersionOf("scjg")!.Number); // of one day the later
    }

    [Fact]
    public void NoteChange_Malformed_Refused()
    {
        (ItemCatalogue catalogue, _) = At("None");
        RefusalAssert.Contains("RI2421", () => catalogue.NoteChange("", Today, ["SCJG-01"], "fa", Today));
        RefusalAssert.Input("RI2422", () => catalogue.NoteChange("法", Today, [], "fa", Today), ("item", "–"));
        RefusalAssert.Input("RI2422", () => catalogue.NoteChange("法", Today, default, "fa", Today), ("item", "–"));
        RefusalAssert.Input("RI2422", () => catalogue.NoteChange("法", Today, ["SCJG-01", "XX-99"], "fa", Today), ("item", "XX-99"));
        RefusalAssert.Input("RI2428", () => catalogue.NoteChange("法", new(2025, 11, 22), ["SCJG-01"], "fa", Today), ("day", "2025-11-22"), ("least", "2025-11-23"), ("most", "2027-11-23"));
        RefusalAssert.Contains("RI2428", () => catalogue.NoteChange("法", new(2027, 11, 24), ["SCJG-01"], "fa", Today));
        Assert.Empty(catalogue.Changes);
        RefusalAssert.Input("RI2422", () => ItemCatalogue.Replay("sthj", []).NoteChange("法", Today, ["SCJG-01"], "fa", Today), ("item", "SCJG-01"));
    }

    private static InspectionItem Item(string code) =>
        new(code, "", "食品生产经营监督检查", "Food production and trade", "食品安全法 第一百一十条", true, 10, "食品生产经营者", "Producers and sellers of food");

    /// <summary>A catalogue with one published version, the next one in a state.</summary>
    private static (ItemCatalogue Catalogue, List<CatalogueEvent> Events) At(string state)
    {
        ItemCatalogue catalogue = ItemCatalogue.Replay("scjg", []);
        List<CatalogueEvent> events =
        [
            catalogue.Begin("首次编制", "ni"),
            catalogue.Add(Food, CatalogueRules.Shenyang, _ => false),
            catalogue.Add(Lifts, CatalogueRules.Shenyang, _ => false),
            catalogue.Submit("ni"),
            catalogue.Review("依据准确", "fa"),
            catalogue.Report("xie"),
            catalogue.Publish(Today, "公示系统", "gong", Now, Today),
        ];
        Func<CatalogueEvent>[] next =
        [
            () => catalogue.Begin("新一版", "ni"), () => catalogue.Revise(Lifts with { RatioPercent = 11 }, CatalogueRules.Shenyang), () => catalogue.Submit("zhao"),
            () => catalogue.Review("依据准确", "fa"), () => catalogue.Report("xie"),
        ];
        int steps = state switch { "None" => 0, "Draft" => 2, "Submitted" => 3, "Reviewed" => 4, _ => 5 };
        events.AddRange(next.Take(steps).Select(step => step()));
        return (catalogue, events);
    }

    private static void Pass(ItemCatalogue catalogue, LocalDate from)
    {
        catalogue.Submit("ni");
        Finish(catalogue, from);
    }

    private static void Finish(ItemCatalogue catalogue, LocalDate from)
    {
        catalogue.Review("依据准确", "fa");
        catalogue.Report("xie");
        catalogue.Publish(from, "公示系统", "gong", Now, Today);
    }

    private static string Of(ItemCatalogue catalogue) => catalogue.Draft?.Status.ToString() ?? "None";

    private static string StateOf(ItemCatalogue c) =>
        $"{c.DepartmentId} {string.Join(';', c.Versions.Select(v => $"{v.Id} {v.EffectiveFrom} {v.PublishedAt} {Codes(v.Items)}"))} {c.Draft?.Begun} {c.Draft?.Status} {c.Draft?.ReturnReason} {c.Draft?.Opinion} {Codes(c.Draft?.Items ?? [])} {string.Join(';', c.Changes)}";

    private static string Codes(IEnumerable<InspectionItem> items) => string.Join(',', items.Select(i => $"{i.Code} {i.RatioPercent}"));
}
