// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>recusals</c>.</summary>
public sealed class RecusalsClient
{
    private readonly ApiCaller _caller;

    internal RecusalsClient(ApiCaller caller) => _caller = caller;

    /// <summary>回避申请 · Requests for recusal</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<RecusalRow>>> ListAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<RecusalRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/recusals", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>本人申请回避 · Ask for one's own recusal</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AskOwnAsync(OwnRecusalBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/recusals", body, key, null, cancellation);

    /// <summary>代当事人登记回避申请 · Enter a party's request</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AskForPartyAsync(PartyRecusalBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/recusals/for-party", body, key, null, cancellation);

    /// <summary>决定回避 · Decide a recusal</summary>
    /// <param name="recusal">Needed: <c>recusal</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DecideAsync(string recusal, DecideRecusalBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/recusals/{ApiCaller.Segment(recusal)}/decide", body, key, tag, cancellation);
}
