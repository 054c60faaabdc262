// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>dishonesty</c>.</summary>
public sealed class DishonestyClient
{
    private readonly ApiCaller _caller;

    internal DishonestyClient(ApiCaller caller) => _caller = caller;

    /// <summary>违法失信名单 · The dishonesty list</summary>
    /// <param name="q">May be left out: <c>q</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<ListingResource>>> ListAsync(string? q = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<ListingResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/dishonesty", ("q", q)), null, null, null, cancellation);

    /// <summary>列入办理 · The desk</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<ListingResource>>> DeskAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<ListingResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/dishonesty/desk", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>提出列入失信名单 · Propose an entry on the dishonesty list</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ProposeAsync(ProposeListingBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk", body, key, null, cancellation);

    /// <summary>登记告知 · Enter how the subject was told</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> TellAsync(string entry, ServiceBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/tell", body, key, tag, cancellation);

    /// <summary>听取陈述申辩 · Hear statement and defence</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> HearAsync(string entry, HearingBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/hear", body, key, tag, cancellation);

    /// <summary>登记放弃陈述申辩 · Enter that it waived being heard</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> WaiveAsync(string entry, DayBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/waive", body, key, tag, cancellation);

    /// <summary>决定列入失信名单 · Enter on the dishonesty list</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnlistAsync(string entry, ListingBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/list", body, key, tag, cancellation);

    /// <summary>决定不予列入 · Decide against an entry</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DeclineAsync(string entry, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/decline", body, key, tag, cancellation);

    /// <summary>登记复议或诉讼 · Enter an appeal</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AppealAsync(string entry, AppealBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/appeals", body, key, tag, cancellation);

    /// <summary>登记复议或诉讼结果 · Enter an appeal's outcome</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DecideAppealAsync(string entry, DecideAppealBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/appeals/decide", body, key, tag, cancellation);

    /// <summary>申请移出或撤销 · Ask that an entry leave</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RequestExitAsync(string entry, ExitBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/exit", body, key, tag, cancellation);

    /// <summary>决定移出或撤销 · Decide whether an entry leaves</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DecideExitAsync(string entry, DecideExitBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}/exit/decide", body, key, tag, cancellation);

    /// <summary>一条列入事项 · One entry</summary>
    /// <param name="entry">Needed: <c>entry</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<ListingResource>> ReadAsync(string entry, CancellationToken cancellation = default) =>
        _caller.SendAsync<ListingResource>(HttpMethod.Get, $"/api/v1/dishonesty/desk/{ApiCaller.Segment(entry)}", null, null, null, cancellation);
}
