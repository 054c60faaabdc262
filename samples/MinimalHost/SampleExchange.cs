using System.Collections.Immutable;
using NodaTime;
using RandomInspection;
using RandomInspection.Exchange;

namespace MinimalHost;

/// <summary>
/// The sample's partners, if the settings name a secret, <c>Exchange:Secret</c> (<c>whsec_…</c>): a provincial platform, which delivers and fetches, or is sent to and fetched from
/// at <c>Exchange:SendTo</c> and <c>Exchange:FetchFrom</c>; and a department whose old system writes files.
/// </summary>
internal static class SampleExchange
{
    /// <summary>Uses the exchange if it is set; whether it is.</summary>
    public static bool UseExchange(this RandomInspectionBuilder inspection, IConfiguration settings, DataFolder data)
    {
        if (settings["Exchange:Secret"] is not { Length: > 0 } text || WebhookKey.Parse(text) is not WebhookKey.Secret secret)
        {
            return false;
        }

        ImmutableArray<string> takes = [ExchangeTypes.Subjects, ExchangeTypes.Publication];
        Uri? sendTo = AddressOf(settings["Exchange:SendTo"]), fetchFrom = AddressOf(settings["Exchange:FetchFrom"]);
        ExchangePartner province = new("province", "省级监管平台", "The province's platform", "ku")
        {
            Takes = takes,
            Secrets = [secret],
            Keys = [secret],
            SendTo = sendTo,
            FetchFrom = fetchFrom,
            Addresses = [.. ((Uri?[])[sendTo, fetchFrom]).OfType<Uri>()],
        };
        ExchangePartner department = new("department", "部门老系统", "A department's old system", "ku") { Takes = [ExchangeTypes.Subjects], Secrets = [secret], Keys = [secret] };
        inspection.UseExchange(
            FrontDatabase.Sqlite($"Data Source={data.Front}"),
            new ExchangeOptions { Source = $"https://{settings["Ledger:Origin"]}", Pause = Duration.FromSeconds(5), Partners = [province, department] });
        return true;
    }

    private static Uri? AddressOf(string? text) => text is { Length: > 0 } ? new Uri(text) : null;
}
