// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using System.Text.Json;

namespace RandomInspection.Client;

/// <summary>The operations of <c>matches</c>.</summary>
public sealed class MatchesClient
{
    private readonly ApiCaller _caller;

    internal MatchesClient(ApiCaller caller) => _caller = caller;

    /// <summary>人员匹配 · Matches</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<MatchRow>>> ListAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<MatchRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/matches", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>匹配 · Match</summary>
    /// <param name="match">Needed: <c>match</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> MatchAsync(string match, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/matches/{ApiCaller.Segment(match)}/match", null, key, tag, cancellation);

    /// <summary>匹配记录 · The record</summary>
    /// <param name="match">Needed: <c>match</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> RecordAsync(string match, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/matches/{ApiCaller.Segment(match)}/record", null, null, null, cancellation);

    /// <summary>匹配记录的签名 · The record's signature</summary>
    /// <param name="match">Needed: <c>match</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> RecordSignatureAsync(string match, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/matches/{ApiCaller.Segment(match)}/record-signature", null, null, null, cancellation);

    /// <summary>可抽的检查日 · The days that may be drawn</summary>
    /// <param name="match">Needed: <c>match</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> DaysAsync(string match, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/matches/{ApiCaller.Segment(match)}/days", null, null, null, cancellation);

    /// <summary>匹配结果 · The result</summary>
    /// <param name="match">Needed: <c>match</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> ResultAsync(string match, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/matches/{ApiCaller.Segment(match)}/result", null, null, null, cancellation);
}
