// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>ceremonies</c>.</summary>
public sealed class CeremoniesClient
{
    private readonly ApiCaller _caller;

    internal CeremoniesClient(ApiCaller caller) => _caller = caller;

    /// <summary>抽取或匹配的仪式 · The ceremony of a draw or match</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<CeremonyResource>> ReadAsync(string ceremony, CancellationToken cancellation = default) =>
        _caller.SendAsync<CeremonyResource>(HttpMethod.Get, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}", null, null, null, cancellation);

    /// <summary>经办方加入 · Join as the drawing department</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnrolOperatorAsync(string ceremony, KeyBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/enrol-operator", body, key, tag, cancellation);

    /// <summary>见证方加入 · Join as a witness</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnrolWitnessAsync(string ceremony, KeyBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/enrol-witness", body, key, tag, cancellation);

    /// <summary>采用系统随机值 · Rest on the system's own value</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnrolSystemAsync(string ceremony, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/enrol-system", null, key, tag, cancellation);

    /// <summary>指定公共值 · Lay down a public value</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AddPublicValueAsync(string ceremony, PublicValueBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/public-values", body, key, tag, cancellation);

    /// <summary>公布开启文件 · Publish the opening</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> OpenAsync(string ceremony, OpenBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/open", body, key, tag, cancellation);

    /// <summary>提交承诺 · Commit</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> CommitAsync(string ceremony, CommitBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/commit", body, key, tag, cancellation);

    /// <summary>揭示 · Reveal</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RevealAsync(string ceremony, RevealBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/reveal", body, key, tag, cancellation);

    /// <summary>录入公共值 · Enter the public value</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnterPublicValueAsync(string ceremony, EnterPublicValueBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/enter-public-value", body, key, tag, cancellation);

    /// <summary>剔除逾期方 · Strike out a late party</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> StrikeAsync(string ceremony, StrikeBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/strike", body, key, tag, cancellation);

    /// <summary>提出作废 · Propose to void</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ProposeVoidAsync(string ceremony, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/propose-void", body, key, tag, cancellation);

    /// <summary>确认作废 · Confirm the voiding</summary>
    /// <param name="ceremony">Needed: <c>ceremony</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ConfirmVoidAsync(string ceremony, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ceremonies/{ApiCaller.Segment(ceremony)}/confirm-void", null, key, tag, cancellation);
}
