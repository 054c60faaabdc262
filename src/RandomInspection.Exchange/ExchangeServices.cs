using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>Adds the exchange to a host.</summary>
public static class ExchangeServices
{
    /// <summary>Exchanges with partners: sends what is published, takes in what comes. <see cref="ExchangeEndpoints.MapExchange"/> opens the addresses.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="database">The front database.</param>
    /// <param name="options">The host's exchange.</param>
    public static RandomInspectionBuilder UseExchange(this RandomInspectionBuilder builder, FrontDatabase database, ExchangeOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        builder.Services.AddLogging();
        builder.Services.TryAddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(_ => database);
        builder.Services.TryAddSingleton<OutTable>();
        builder.Services.TryAddSingleton<InTable>();
        builder.Services.TryAddSingleton<FrontDecisions>();
        builder.Services.TryAddSingleton(provider => new FrontLease(database, provider.GetRequiredService<IClock>()));
        builder.Services.TryAddSingleton(provider => new WebhookSender(WebhookSender.Client(options), options, provider.GetService<ISigner>()));
        builder.Services.TryAddSingleton(provider => new RestFetch(
            WebhookSender.Client(options), options, provider.GetRequiredService<WebhookSender>(), provider.GetRequiredService<InTable>(), provider.GetRequiredService<IClock>()));
        builder.Services.TryAddSingleton<WebhookReceiver>();
        builder.Services.TryAddSingleton<OutboxRun>();
        builder.Services.TryAddSingleton<InboxRun>();
        builder.Services.TryAddSingleton<FileDropOut>();
        builder.Services.TryAddSingleton<FileDropIn>();
        builder.Services.AddHostedService<ExchangeService>();
        return builder;
    }
}
