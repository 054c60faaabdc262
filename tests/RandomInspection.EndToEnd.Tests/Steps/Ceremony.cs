using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests.Steps;

/// <summary>What operator and witness do in a draw.</summary>
internal static class Ceremony
{
    public const string PublicSource = "中国福利彩票 3D 第 2026312 期开奖号码";
    public const string PublicValue = "4 0 7";

    /// <summary>The operator freezes a task's frame.</summary>
    /// <returns>The draw's id.</returns>
    public static string Freeze(Browser @operator, string task)
    {
        @operator.Open($"/tasks/{task}");
        @operator.Press("冻结名单");
        @operator.Until("the draw is there", () => @operator.Address.StartsWith("/draws/D", StringComparison.Ordinal));
        return @operator.Address.Split('/', '?', '#')[2];
    }

    /// <summary>The page of a draw, or of a match.</summary>
    public static string Page(string id) => id.StartsWith('M') ? $"/matches/{id}" : $"/draws/{id}";

    /// <summary>Somebody joins with a key of their own browser.</summary>
    public static void Join(Browser party, string draw)
    {
        party.Open(Page(draw));
        party.Press("参加");
        party.Until("the form to join is gone", () => !party.Offers("参加"));
    }

    public static void LayDownPublicValue(Browser @operator)
    {
        @operator.Fill("名称", "lottery-3d");
        @operator.Fill("来源", PublicSource);
        @operator.Press("写入");
        @operator.UntilSays("公共值");
    }

    public static void Publish(Browser @operator)
    {
        @operator.Press("公布");
        UntilState(@operator, "等待承诺");
    }

    public static void Commit(Browser party)
    {
        party.Press("生成随机值并提交承诺");
        party.Until("the form to commit is gone", () => !party.Offers("生成随机值并提交承诺"));
    }

    /// <summary>Reveals the value that the browser has kept.</summary>
    public static void Reveal(Browser party)
    {
        party.Until("the value is filled in", () => party.Field("随机值").GetDomProperty("value") is { Length: 64 });
        party.Press("揭示");
    }

    public static void EnterPublicValue(Browser @operator)
    {
        @operator.Fill("公布的值", PublicValue);
        @operator.Press("录入");
        UntilState(@operator, "可以抽取");
    }

    public static void Draw(Browser @operator)
    {
        @operator.Press("抽取");
        UntilState(@operator, "已抽取");
    }

    /// <summary>Waits until the page says where the draw stands; the news of others arrives by itself.</summary>
    public static void UntilState(Browser browser, string state) =>
        browser.Until($"the draw is “{state}”", () => browser.All(".page-header .badge").Any(badge => badge.Text.Trim() == state));
}
