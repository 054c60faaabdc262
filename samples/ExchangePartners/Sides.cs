using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Exchange;
using RandomInspection.SampleData;

namespace ExchangePartners;

/// <summary>What both sides have agreed on: names and keys. The keys are in this file because nothing here is real.</summary>
internal static class Sides
{
    public const string Source = "https://amr.shenyang.example/ledger";

    public const string ProvinceId = "province";

    public const string AuthorityId = "shenyang";

    /// <summary>The secret that both know; the one before it is still believed.</summary>
    public static WebhookKey.Secret Secret { get; } = SecretOf("the secret of this year, 2026");

    public static WebhookKey.Secret FormerSecret { get; } = SecretOf("the secret of the year before");

    public static Uri InboxOf(int port) => new($"http://127.0.0.1:{port}/exchange/{AuthorityId}/in");

    public static Uri OutboxOf(int port) => new($"http://127.0.0.1:{port}/exchange/{AuthorityId}/out");

    /// <summary>A host's services over the store and the front database of a folder.</summary>
    public static RandomInspectionBuilder AddSide(this IServiceCollection services, string folder, ExchangeOptions options)
    {
        Directory.CreateDirectory(folder);
        return services.AddRandomInspection()
            .UseSqlite($"Data Source={Path.Combine(folder, "store.db")}")
            .UseCatalogue(SampleItems.All.Select(item => item.ToItem()))
            .UseStaff(SampleDepartments.All.Select(one => new Department(one.Id, one.ChineseName, one.EnglishName)), DemoPeople.All)
            .UseExchange(FrontDatabase.Sqlite($"Data Source={Path.Combine(folder, "front.db")}"), options);
    }

    public static ExchangeOptions Authority(int port, bool isFast) => new()
    {
        Source = Source,
        Addresses = AddressRules.HttpsOrLoopback,
        Parallel = isFast ? 400 : 16,
        Timeout = isFast ? Duration.FromMilliseconds(1500) : Duration.FromSeconds(20),
        Pause = Duration.FromMilliseconds(100),
        Schedule = isFast ? RetrySchedule.Usual with { First = Duration.FromMilliseconds(200), Most = Duration.FromSeconds(5) } : RetrySchedule.Usual,
        Partners =
        [
            new ExchangePartner(ProvinceId, "省级平台", "The province", "huan") { Addresses = [InboxOf(port)], SendTo = InboxOf(port), Secrets = [Secret], Keys = [Secret] },
        ],
    };

    /// <summary>A city that fetches what the province has for it.</summary>
    public static ExchangeOptions City(int port) => new()
    {
        Source = Source,
        Addresses = AddressRules.HttpsOrLoopback,
        Timeout = Duration.FromMilliseconds(1500),
        Pause = Duration.FromMilliseconds(100),
        FetchEvery = Duration.FromMilliseconds(200),
        Schedule = RetrySchedule.Usual with { First = Duration.FromMilliseconds(200), Most = Duration.FromSeconds(2) },
        Partners =
        [
            new ExchangePartner(ProvinceId, "省级平台", "The province", "huan")
            {
                Takes = [ExchangeTypes.Publication], Addresses = [OutboxOf(port)], FetchFrom = OutboxOf(port), Secrets = [Secret], Keys = [Secret],
            },
        ],
    };

    public static ExchangeOptions Province() => new()
    {
        Source = "https://province.example",
        Pause = Duration.FromMilliseconds(100),
        Partners =
        [
            new ExchangePartner(AuthorityId, "沈阳市", "Shenyang", "huan") { Takes = [ExchangeTypes.Publication], Keys = [Secret, FormerSecret] },
        ],
    };

    /// <summary>A department whose old system only writes files.</summary>
    public static ExchangePartner Department { get; } = new("department", "部门老系统", "The department", "ku") { Takes = [ExchangeTypes.Subjects], Keys = [Secret] };

    /// <summary>Whoever reads files.</summary>
    public static ExchangePartner Reader { get; } = new("reader", "读者", "A reader", "huan") { Secrets = [Secret] };

    private static WebhookKey.Secret SecretOf(string text) => new([.. Encoding.UTF8.GetBytes(text)]);
}
