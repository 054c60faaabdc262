using Microsoft.Extensions.Diagnostics.HealthChecks;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Operations;

/// <summary>Whether the store answers: the head of the public log is read.</summary>
internal sealed class StoreHealth(ILedger ledger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ledger.HeadAsync(LedgerLog.Public, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: failure);
        }
    }
}
