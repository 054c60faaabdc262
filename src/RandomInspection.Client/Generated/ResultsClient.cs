// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>results</c>.</summary>
public sealed class ResultsClient
{
    private readonly ApiCaller _caller;

    internal ResultsClient(ApiCaller caller) => _caller = caller;

    /// <summary>公示的检查结果 · Published results</summary>
    /// <param name="q">May be left out: <c>q</c>.</param>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<ResultResource>>> ListAsync(string? q = null, string? after = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<ResultResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/results", ("q", q), ("after", after)), null, null, null, cancellation);

    /// <summary>全部公示结果，逐行 JSON · All published results, a JSON document a line</summary>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<string>> ExportLinesAsync(CancellationToken cancellation = default) =>
        _caller.SendAsync<string>(HttpMethod.Get, $"/api/v1/results/export.ndjson", null, null, null, cancellation);

    /// <summary>全部公示结果，CSV · All published results as CSV</summary>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<string>> ExportCsvAsync(CancellationToken cancellation = default) =>
        _caller.SendAsync<string>(HttpMethod.Get, $"/api/v1/results/export.csv", null, null, null, cancellation);
}
