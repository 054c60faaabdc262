// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using System.Text.Json;

namespace RandomInspection.Client;

/// <summary>The operations of <c>draws</c>.</summary>
public sealed class DrawsClient
{
    private readonly ApiCaller _caller;

    internal DrawsClient(ApiCaller caller) => _caller = caller;

    /// <summary>抽取 · Draws</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<DrawRow>>> ListAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<DrawRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/draws", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>抽取 · Draw</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DrawAsync(string draw, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/draws/{ApiCaller.Segment(draw)}/draw", null, key, tag, cancellation);

    /// <summary>集群上抽取的进展 · How far a draw on a cluster is</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DrawProgressResource>> ProgressAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<DrawProgressResource>(HttpMethod.Get, $"/api/v1/draws/{ApiCaller.Segment(draw)}/progress", null, null, null, cancellation);

    /// <summary>停下集群上的抽取 · Call off a draw on a cluster</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DrawProgressResource>> CancelAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<DrawProgressResource>(HttpMethod.Post, $"/api/v1/draws/{ApiCaller.Segment(draw)}/progress/cancel", null, null, null, cancellation);

    /// <summary>继续集群上的抽取 · Let a draw on a cluster go on</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DrawProgressResource>> ResumeAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<DrawProgressResource>(HttpMethod.Post, $"/api/v1/draws/{ApiCaller.Segment(draw)}/progress/resume", null, null, null, cancellation);

    /// <summary>开启文件 · The opening</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> OpeningAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/draws/{ApiCaller.Segment(draw)}/opening", null, null, null, cancellation);

    /// <summary>开启文件的签名 · The opening's signature</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> OpeningSignatureAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/draws/{ApiCaller.Segment(draw)}/opening-signature", null, null, null, cancellation);

    /// <summary>抽取记录 · The record</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> RecordAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/draws/{ApiCaller.Segment(draw)}/record", null, null, null, cancellation);

    /// <summary>抽取记录的签名 · The record's signature</summary>
    /// <param name="draw">Needed: <c>draw</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> RecordSignatureAsync(string draw, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/draws/{ApiCaller.Segment(draw)}/record-signature", null, null, null, cancellation);
}
