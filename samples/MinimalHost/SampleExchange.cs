using System.Collections.Immutable;
using NodaTime;
using RandomInspection;
using RandomInspection.Exchange;

namespace MinimalHost;

/// <summary>The sample's partner, a provincial platform that fetches and delivers, if the settings name a secret: <c>Exchange:Secret</c> (<c>whsec_…</c>).</summary>
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
        inspection.UseExchange(
            FrontDatabase.Sqlite($"Data Source={data.Front}"),
            new ExchangeOptions
            {
                Source = $"https://{settings["Ledger:Origin"]}",
                Pause = Duration.FromSeconds(5),
                Partners = [new ExchangePartner("province", "省级监管平台", "The province's platform", "ku") { Takes = takes, Secrets = [secret], Keys = [secret] }],
            });
        return true;
    }
}
