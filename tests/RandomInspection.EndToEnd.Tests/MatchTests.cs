using System.Net;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>The match of the sample draw: planned, sealed, and what becomes of its teams.</summary>
public sealed class MatchTests(Stage stage)
{
    private const string Reason = "近亲属在该单位任职";

    [Fact]
    public async Task Match_OfTheSampleDraw_StaysSealedForThePublic()
    {
        string match = OperatorPlans(out string task);
        string[] values = TwoPartiesMatch(match);
        (string[] officers, string seed) = StaffSeesTeams(match);
        await NothingLeaksAsync(match, task, [.. values, seed, .. officers]);
        AuditorReadsDocuments(match, seed);
        HeadReplacesAnOfficer(match);
        OfficerIsRecused(match);
        Assert.Empty(stage.Complaints());
    }

    private string OperatorPlans(out string task)
    {
        Browser desk = stage.Office.SignIn("qiu");
        stage.Complaints();
        task = Plans.SampleTask(desk, "特种设备使用单位监督检查");
        desk.Open($"/tasks/{task}/match");
        Obeys(desk);
        desk.Fill("每户人数", "1");
        desk.Press("试算");
        Assert.Equal("RI2402", desk.RefusalCode);
        Assert.False(desk.Offers("冻结并立项"));
        desk.Fill("每户人数", "2");
        desk.Fill("每人至多户数", "1");
        desk.Press("试算");
        Assert.Null(desk.RefusalCode);
        desk.UntilSays("哪一项调整有用");
        Assert.Contains("Capacity=1", desk.Address, StringComparison.Ordinal);
        Assert.True(desk.One("svg.supply-bars rect.supply-missing").Size.Height > 0);
        Obeys(desk);
        desk.Fill("混合倍数", "0");
        desk.Press("试算");
        desk.UntilSays("未混合（unmixed）");

        desk.Open($"/tasks/{task}/match?Capacity=20");
        desk.UntilSays("每个席位都派得出人");
        desk.Press("冻结并立项");
        desk.Until("the match is there", () => desk.Address.StartsWith("/matches/M", StringComparison.Ordinal));
        string match = desk.Address.Split('/', '?', '#')[2];
        desk.Open($"/tasks/{task}");
        desk.UntilSays(match);
        return match;
    }

    /// <returns>What the parties revealed.</returns>
    private string[] TwoPartiesMatch(string match)
    {
        Browser desk = stage.Office, witness = stage.Witness.SignIn("jian"), anybody = stage.Public.SignOut();
        Ceremony.Join(desk, match);
        Ceremony.Join(witness, match);
        desk.Open(Ceremony.Page(match));
        Ceremony.LayDownPublicValue(desk);
        Ceremony.Publish(desk);
        Ceremony.Commit(desk);
        Ceremony.UntilState(witness, "等待承诺");
        Ceremony.Commit(witness);
        Ceremony.UntilState(desk, "等待揭示");
        string first = Value(desk);
        Ceremony.Reveal(desk);
        anybody.Open(Ceremony.Page(match));
        anybody.Until("the operator has revealed", () => anybody.All(".step-done").Any(step => step.Text.StartsWith("裘公衡 揭示", StringComparison.Ordinal)));
        Assert.DoesNotContain(first, anybody.Driver.PageSource, StringComparison.Ordinal);
        witness.Until("the operator has revealed", () => witness.All(".step-done").Any(step => step.Text.StartsWith("裘公衡 揭示", StringComparison.Ordinal)));
        Assert.DoesNotContain(first, witness.Driver.PageSource, StringComparison.Ordinal);
        string second = Value(witness);
        Ceremony.Reveal(witness);
        Ceremony.UntilState(desk, "等待公共值");
        desk.Fill("公布的值", Ceremony.PublicValue);
        desk.Press("录入");
        Ceremony.UntilState(desk, "可以匹配");
        desk.Press("匹配");
        Ceremony.UntilState(desk, "已匹配");
        Ceremony.UntilState(anybody, "已匹配");
        return [first, second, Ceremony.PublicValue];

        static string Value(Browser party) => party.Until("the value is filled in", () =>
            party.Field("随机值").GetDomProperty("value") is { Length: 64 } value ? value : null);
    }

    private (string[] Officers, string Seed) StaffSeesTeams(string match)
    {
        Browser desk = stage.Office;
        desk.Open(Ceremony.Page(match));
        desk.UntilSays("封存中");
        string[] officers = [.. desk.All(".team .code").Select(code => code.Text)];
        Assert.True(officers.Length > 2);
        string seed = desk.All(".step .digest")[^1].Text;
        Assert.Equal(64, seed.Length);
        desk.UntilSays("混合后");
        Obeys(desk);
        Pictures.Take(desk, "match");
        return ([.. officers.Where(id => id.Contains('-', StringComparison.Ordinal)).Distinct()], seed);
    }

    private async Task NothingLeaksAsync(string match, string task, string[] secrets)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using HttpClient client = new() { BaseAddress = stage.Host.Address };
        (string Path, HttpStatusCode Status)[] places =
        [
            .. new[] { $"/matches/{match}", $"/matches/{match}?lang=en", $"/matches/{match}?page=2", "/matches", "/", $"/matches/{match}/opening.json" }.Select(path => (path, HttpStatusCode.OK)),
            .. new[] { $"/draws/{match}", $"/matches/{match}/record.json", $"/matches/{match}/problem.json", $"/matches/{match}/result.json", $"/draws/{match}/record.json" }
                .Select(path => (path, HttpStatusCode.NotFound)),
        ];
        foreach ((string path, HttpStatusCode status) in places)
        {
            using HttpResponseMessage answer = await client.GetAsync(path, cancellation);
            Assert.Equal(status, answer.StatusCode);
            Sealed(path, await answer.Content.ReadAsStringAsync(cancellation), secrets);
        }

        using HttpClient stubborn = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = stage.Host.Address };
        foreach (string path in (string[])[$"/matches/{match}/auditor/record.json", $"/matches/{match}/auditor/problem.json", $"/matches/{match}/auditor/result.json", $"/draws/{match}/auditor/record.json", $"/tasks/{task}/trail", $"/tasks/{task}/match"])
        {
            using HttpResponseMessage answer = await stubborn.GetAsync(path, cancellation);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Sealed(path, await answer.Content.ReadAsStringAsync(cancellation), secrets);
        }

        using HttpResponseMessage stream = await client.GetAsync($"/matches/{match}/events", HttpCompletionOption.ResponseHeadersRead, cancellation);
        byte[] news = new byte[256];
        int read = await (await stream.Content.ReadAsStreamAsync(cancellation)).ReadAsync(news, cancellation);
        Assert.Matches("^data: [0-9]+\n\n$", System.Text.Encoding.ASCII.GetString(news, 0, read));

        // Neither do staff of other departments see behind it.
        Browser witness = stage.Witness;
        witness.Open(Ceremony.Page(match));
        Sealed("the witness's page", witness.Driver.PageSource, secrets);
    }

    private void AuditorReadsDocuments(string match, string seed)
    {
        Browser auditor = stage.Office.SignIn("fu");
        auditor.Open(Ceremony.Page(match));
        auditor.UntilSays("供审计使用");
        Obeys(auditor);
        foreach (string document in (string[])["record", "problem", "result"])
        {
            string text = (string)auditor.Driver.ExecuteAsyncScript(
                "const done = arguments[arguments.length - 1]; fetch(arguments[0]).then((answer) => answer.ok ? answer.text() : String(answer.status)).then(done);",
                $"/matches/{match}/auditor/{document}.json")!;
            Assert.StartsWith("{", text, StringComparison.Ordinal);
            Assert.Equal(document != "problem", text.Contains(seed, StringComparison.Ordinal));
        }
    }

    private void HeadReplacesAnOfficer(string match)
    {
        Browser head = stage.Office.SignIn("shou");
        head.Open(Ceremony.Page(match));
        head.Follow("更换人员");
        Obeys(head);
        head.Press("更换");
        Assert.NotNull(head.RefusalCode);
        string leaves = head.All(".team li")[0].Text.Split(' ')[0];
        head.Choose(leaves);
        head.Fill("更换理由", "因病住院");
        head.Press("更换");
        head.UntilSays($"接替 {leaves}");
        head.UntilSays("不能撤销");
        Obeys(head);
    }

    private void OfficerIsRecused(string match)
    {
        Browser desk = stage.Office;
        desk.Open(Ceremony.Page(match));
        string subject = desk.All("section[aria-labelledby=teams] td .code.hint")[0].Text;
        desk.SignIn("chai").Open("/recusals");
        Obeys(desk);
        desk.Fill("检查对象", subject);
        desk.Fill("理由", Reason);
        desk.Press("提出申请");
        desk.UntilSays("待决定");
        string recusal = desk.Address.Split('/')[^1];

        desk.SignIn("shou").Follow($"决定回避申请：{recusal}");
        Obeys(desk);
        desk.Press("作出决定");
        Assert.Equal("RI7123", desk.RefusalCode);
        desk.Choose("准予回避");
        desk.Fill("理由", "情况属实");
        desk.Press("作出决定");
        desk.UntilSays("今后的匹配不会再把该人员派往该对象");
        Obeys(desk);
    }

    private static void Sealed(string where, string text, string[] secrets) =>
        Assert.All(secrets, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{where} tells {secret}"));

    private static void Obeys(Browser reader) => Assert.Empty(PageRules.Broken(reader, "zh-CN"));
}
