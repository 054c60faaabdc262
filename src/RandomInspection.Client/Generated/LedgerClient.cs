// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using System.Text.Json;

namespace RandomInspection.Client;

/// <summary>The operations of <c>ledger</c>.</summary>
public sealed class LedgerClient
{
    private readonly ApiCaller _caller;

    internal LedgerClient(ApiCaller caller) => _caller = caller;

    /// <summary>最新检查点 · The newest checkpoint</summary>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<NoteResource>> NewestCheckpointAsync(CancellationToken cancellation = default) =>
        _caller.SendAsync<NoteResource>(HttpMethod.Get, $"/api/v1/ledger/checkpoints/newest", null, null, null, cancellation);

    /// <summary>一个检查点 · One checkpoint</summary>
    /// <param name="size">Needed: <c>size</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<NoteResource>> CheckpointAsync(long size, CancellationToken cancellation = default) =>
        _caller.SendAsync<NoteResource>(HttpMethod.Get, $"/api/v1/ledger/checkpoints/{ApiCaller.Segment(size)}", null, null, null, cancellation);

    /// <summary>一致性证明 · A proof of growth</summary>
    /// <param name="from">Needed: <c>from</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<ProofResource>> GrowthAsync(long from, CancellationToken cancellation = default) =>
        _caller.SendAsync<ProofResource>(HttpMethod.Get, ApiCaller.Query($"/api/v1/ledger/growth", ("from", from)), null, null, null, cancellation);

    /// <summary>包含证明 · A proof of inclusion</summary>
    /// <param name="sequence">Needed: <c>sequence</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<ProofResource>> ProofAsync(long sequence, CancellationToken cancellation = default) =>
        _caller.SendAsync<ProofResource>(HttpMethod.Get, $"/api/v1/ledger/proofs/{ApiCaller.Segment(sequence)}", null, null, null, cancellation);

    /// <summary>公开条目 · A public entry</summary>
    /// <param name="sequence">Needed: <c>sequence</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<JsonElement>> EntryAsync(long sequence, CancellationToken cancellation = default) =>
        _caller.SendAsync<JsonElement>(HttpMethod.Get, $"/api/v1/ledger/entries/{ApiCaller.Segment(sequence)}", null, null, null, cancellation);

    /// <summary>公示流 · The publication stream</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<PublicationResource>>> PublicationsAsync(long? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<PublicationResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/ledger/publications", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>密封留痕的每日承诺 · Daily commitments of the sealed log</summary>
    /// <param name="before">May be left out: <c>before</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<SealedDayResource>>> SealedDaysAsync(string? before = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<SealedDayResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/ledger/sealed", ("before", before), ("limit", limit)), null, null, null, cancellation);

    /// <summary>公开密封留痕的承诺 · Open a commitment of the sealed log</summary>
    /// <param name="day">Needed: <c>day</c>.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> OpenSealedDayAsync(string day, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ledger/sealed/{ApiCaller.Segment(day)}/open", null, key, null, cancellation);

    /// <summary>删除某人的个人信息 · Erase somebody's personal data</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EraseAboutAsync(EraseBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ledger/erasures", body, key, null, cancellation);

    /// <summary>删除个人信息 · Erase pieces of personal data</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EraseAsync(ErasePiecesBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/ledger/erasures/pieces", body, key, null, cancellation);
}
