using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;

namespace RandomInspection.Orleans.Clustering;

/// <summary>Where clients reach the cluster: the gateways of its active silos.</summary>
internal sealed class PostgreSqlGateways(PostgreSqlMembershipTable table, IOptions<GatewayOptions> options) : IGatewayListProvider
{
    public TimeSpan MaxStaleness => options.Value.GatewayListRefreshPeriod;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => table.InitializeMembershipTable(true);

    public async Task<IList<Uri>> GetGateways() =>
    [
        .. (await table.ReadAll().ConfigureAwait(false)).Members.Select(member => member.Item1)
            .Where(silo => silo is { Status: SiloStatus.Active, ProxyPort: > 0 })
            .Select(silo => SiloAddress.New(silo.SiloAddress.Endpoint.Address, silo.ProxyPort, silo.SiloAddress.Generation).ToGatewayUri()),
    ];
}
