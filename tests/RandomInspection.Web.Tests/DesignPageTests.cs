using System.Net;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>The design form: designs made from policy, caps and floors, and what the preview shows.</summary>
public sealed class DesignPageTests
{
    private const string Address = $"/tasks/{Way.TaskId}";
    private static readonly LegalBasis Rule = new("某规定");

    [Fact]
    public async Task Preview_Neyman_ShowsTheDocumentAndEveryCell()
    {
        await using Form form = await Form.OpenAsync();
        Page page = await form.PreviewAsync(("Input.Kind", "neyman"), ("Input.Policy.Total", "40"), ("Input.Policy.Violations", form.Lines("1", "9")));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Preview (not saved yet)", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"stratumSizes\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("内曼分配 Neyman：40", page.Text, StringComparison.Ordinal);
        Assert.Contains("Expected draw 40", page.Text, StringComparison.Ordinal);
        foreach (string column in new[] { "Stratum", "Class", "Population", "Drawable", "Expected", "Chance" })
        {
            Assert.Contains($">{column}</th>", page.Html, StringComparison.Ordinal);
        }

        Assert.Contains("Look at these cells", page.Text, StringComparison.Ordinal); // cells with fewer than three drawable units
    }

    [Fact]
    public async Task Save_PowerAllocation_IsTheTasksDesign()
    {
        await using Form form = await Form.OpenAsync();
        await form.SendAsync(("Input.Kind", "power"), ("Input.Policy.Total", "40"), ("Input.Policy.Exponent", "0.5"), ("Input.Policy.Violations", form.Lines("1", "9")), ("Input.Basis", "年度重点"));
        Page saved = await form.Reader.OpenAsync(Address);
        Assert.Contains("\"basis\":\"年度重点；幂分配 power 0.5（Bankier 1988", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not saved yet", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_DefaultRates_SaysTheirSource()
    {
        await using Form form = await Form.OpenAsync();
        Page page = await form.PreviewAsync(("Input.Kind", "policyRates"), ("Input.Minimum", ""));
        Assert.Contains("河南 2021", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"A\":\"0.01\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("minimumPerStratum\":", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_BelowTheFloor_WarnsAndScalesWhenAsked()
    {
        await using Form form = await Form.OpenAsync(new DesignLimits([], [new DrawFloor("SCJG-01", 2026, 500_000_000, Rule), new DrawFloor("SCJG-01", 2027, 900_000_000, Rule)]));
        Page warned = await form.PreviewAsync(("Input.Kind", "fixed"), ("Input.Size", "20"));
        Assert.Contains("Below the floor", warned.Text, StringComparison.Ordinal);
        Assert.Contains("50 % of", warned.Text, StringComparison.Ordinal);
        Assert.Contains("某规定", warned.Text, StringComparison.Ordinal);
        Assert.Matches("Scaled, the size is [0-9]+", warned.Text);
        Page scaled = await form.PreviewAsync(("Input.Kind", "fixed"), ("Input.Size", "20"), ("Input.Policy.Scale", "yes"));
        Assert.DoesNotContain("Below the floor", scaled.Text, StringComparison.Ordinal);
        Assert.Contains("The limits are kept", scaled.Text, StringComparison.Ordinal);
        Assert.Contains("下限 floor：2026 SCJG-01", scaled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_FloorAboveCap_ShowsBothAndScalesNothing()
    {
        DesignLimits limits = new([new DrawCap(200_000_000, new LegalBasis("上限规定"))], [new DrawFloor("SCJG-05", 2026, 500_000_000, Rule)]);
        await using Form form = await Form.OpenAsync(limits, item: "SCJG-05"); // general: a key item has no cap
        Page page = await form.PreviewAsync(("Input.Kind", "fixed"), ("Input.Size", "20"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("RI1223", page.Text, StringComparison.Ordinal);
        Assert.Contains("上限规定", page.Text, StringComparison.Ordinal);
        Assert.Contains("某规定", page.Text, StringComparison.Ordinal);
        Page refused = await form.PreviewAsync(("Input.Kind", "fixed"), ("Input.Size", "20"), ("Input.Policy.Scale", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Theory]
    [InlineData("SCJG-05", true)] // general
    [InlineData("SCJG-01", false)] // key: no ceiling
    public async Task Preview_AboveTheCap_WarnsForGeneralItemsOnly(string item, bool warns)
    {
        await using Form form = await Form.OpenAsync(new DesignLimits([new DrawCap(1, Rule)], []), item);
        Page page = await form.PreviewAsync(("Input.Kind", "rates"), ("Input.D", "1"));
        Assert.Equal(warns, page.Text.Contains("Above the cap", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RI1228", "Input.Policy.Total", "many")]
    [InlineData("RI1216", "Input.Policy.Total", "0")]
    [InlineData("RI1217", "Input.Policy.Violations", "")]
    [InlineData("RI1221", "Input.Policy.Violations", "x y z")]
    public async Task Preview_WhatCannotBe_RefusedWithWhatWasEntered(string code, string field, string value)
    {
        await using Form form = await Form.OpenAsync();
        (string, string)[] fields = [("Input.Kind", "neyman"), ("Input.Policy.Total", "40"), ("Input.Policy.Violations", form.Lines("1", "9"))];
        Page page = await form.PreviewAsync([.. fields.Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.True(value.Length == 0 || page.Html.Contains(value, StringComparison.Ordinal));
    }

    /// <summary>A task that can be designed, and its page as a drafter sees it.</summary>
    private sealed class Form : IAsyncDisposable
    {
        private readonly TemporaryStore _store;
        private readonly PageHost _host;
        private Page _page = null!;

        private Form(TemporaryStore store, PageHost host, PageReader reader) => (_store, _host, Reader) = (store, host, reader);

        public PageReader Reader { get; }

        public static async Task<Form> OpenAsync(DesignLimits? limits = null, string? item = null)
        {
            TemporaryStore store = await TemporaryStore.CreateAsync();
            using (Way way = new(store))
            {
                await way.GoAsync("begin");
                await way.Plans.AddTaskAsync(
                    Way.Drafter, Way.PlanId, "抽查", [item ?? "SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), TestContext.Current.CancellationToken);
            }

            PageHost host = await PageHost.StartAsync(Way.Morning, store.File, services => services.AddSingleton(limits ?? DesignLimits.None));
            Form form = new(store, host, await host.SignedInAsync(Way.Drafter.Person.Id));
            form._page = await form.Reader.OpenAsync(Address);
            return form;
        }

        /// <summary>The lines that the form offers, filled in.</summary>
        public string Lines(string violations, string inspected)
        {
            string lines = WebUtility.HtmlDecode(_page.Html).Split("name=\"Input.Policy.Violations\"")[1].Split('>')[1].Split('<')[0];
            Assert.Contains("\t0\t0\n", lines, StringComparison.Ordinal);
            return lines.Replace("\t0\t0", $"\t{violations}\t{inspected}", StringComparison.Ordinal);
        }

        public Task<Page> PreviewAsync(params (string, string)[] fields) => SendAsync([.. fields, ("Input.Preview", "yes")]);

        public Task<Page> SendAsync(params (string, string)[] fields) => Reader.SendAsync(_page, "design", [("Input.Stratification", "Region"), .. Defaults.Where(d => fields.All(f => f.Item1 != d.Item1)), .. fields]);

        public async ValueTask DisposeAsync()
        {
            Reader.Dispose();
            await _host.DisposeAsync();
            await _store.DisposeAsync();
        }

        private static readonly (string, string)[] Defaults =
        [
            ("Input.A", "0.01"), ("Input.B", "0.02"), ("Input.C", "0.1"), ("Input.D", "0.3"),
            ("Input.WeightA", "1"), ("Input.WeightB", "2"), ("Input.WeightC", "10"), ("Input.WeightD", "30"), ("Input.Minimum", "1"), ("Input.Reserves", "2"),
        ];
    }
}
