// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>supervision</c>.</summary>
public sealed class SupervisionClient
{
    private readonly ApiCaller _caller;

    internal SupervisionClient(ApiCaller caller) => _caller = caller;

    /// <summary>监督指标 · Figures</summary>
    /// <param name="department">May be left out: <c>department</c>.</param>
    /// <param name="from">May be left out: <c>from</c>.</param>
    /// <param name="to">May be left out: <c>to</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<FiguresResource>> FiguresAsync(string? department = null, string? from = null, string? to = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<FiguresResource>(HttpMethod.Get, ApiCaller.Query($"/api/v1/supervision/figures", ("department", department), ("from", from), ("to", to)), null, null, null, cancellation);

    /// <summary>预警 · Alerts</summary>
    /// <param name="department">May be left out: <c>department</c>.</param>
    /// <param name="from">May be left out: <c>from</c>.</param>
    /// <param name="to">May be left out: <c>to</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<AlertResource>>> AlertsAsync(string? department = null, string? from = null, string? to = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<AlertResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/supervision/alerts", ("department", department), ("from", from), ("to", to)), null, null, null, cancellation);

    /// <summary>落实情况报告 · The compliance report</summary>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<ComplianceResource>> ComplianceAsync(CancellationToken cancellation = default) =>
        _caller.SendAsync<ComplianceResource>(HttpMethod.Get, $"/api/v1/supervision/compliance", null, null, null, cancellation);
}
