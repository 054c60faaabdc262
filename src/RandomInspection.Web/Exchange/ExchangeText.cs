using NodaTime;
using RandomInspection.Exchange;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Exchange;

/// <summary>Words for how it stands with a partner.</summary>
internal static class ExchangeText
{
    public static StatusKind Kind(OutFigures sent, InFigures received, FetchFigures? fetched) =>
        sent.Dead > 0 || sent.StoppedAt is not null || fetched?.StoppedAt is not null ? StatusKind.Refused
        : received.Aside > 0 || fetched?.Error is not null ? StatusKind.Warning
        : StatusKind.Done;

    public static string State(OutFigures sent, InFigures received, FetchFigures? fetched, Tongue tongue) =>
        sent.StoppedAt is not null || fetched?.StoppedAt is not null ? tongue.T("对方已停用（410）", "Gone for good (410)")
        : sent.Dead > 0 ? tongue.T($"死信 {sent.Dead} 条", sent.Dead == 1 ? "1 dead letter" : $"{sent.Dead} dead letters")
        : received.Aside > 0 ? tongue.T($"搁置 {received.Aside} 条", $"{received.Aside} set aside")
        : fetched?.Error is not null ? tongue.T("取件失败，自动重试", "Fetching fails, tried again")
        : tongue.T("正常", "In order");

    /// <summary>How long something has waited, in its largest unit.</summary>
    public static string Age(Duration waited, Tongue tongue) =>
        waited >= Duration.FromDays(1) ? tongue.T($"{waited.Days} 天", $"{waited.Days} d")
        : waited >= Duration.FromHours(1) ? tongue.T($"{waited.Hours} 小时", $"{waited.Hours} h")
        : tongue.T($"{Math.Max(0, waited.Minutes)} 分钟", $"{Math.Max(0, waited.Minutes)} min");

    /// <summary>What a person decided.</summary>
    public static string Action(string action, Tongue tongue) => action switch
    {
        "replay" => tongue.T("重新发送死信", "dead letters sent again"),
        "give-up" => tongue.T("放弃死信", "dead letters given up"),
        "resume" => tongue.T("恢复发送", "sending resumed"),
        "resume-fetch" => tongue.T("恢复取件", "fetching resumed"),
        "retry" => tongue.T("再次处理搁置", "looked at again"),
        _ => action,
    };

    /// <summary>When either side last heard of the other.</summary>
    public static Instant? Contact(OutFigures sent, InFigures received, FetchFigures? fetched) => ((Instant?[])[sent.ContactAt, received.ContactAt, fetched?.ContactAt]).Max();
}
