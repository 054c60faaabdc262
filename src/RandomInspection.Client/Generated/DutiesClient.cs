// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>duties</c>.</summary>
public sealed class DutiesClient
{
    private readonly ApiCaller _caller;

    internal DutiesClient(ApiCaller caller) => _caller = caller;

    /// <summary>公示义务 · Duties to publish</summary>
    /// <param name="open">May be left out: <c>open</c>.</param>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<DutyRow>>> ListAsync(bool? open = null, string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<DutyRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/duties", ("open", open), ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>一项公示义务 · One duty to publish</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DutyRow>> ReadAsync(string duty, CancellationToken cancellation = default) =>
        _caller.SendAsync<DutyRow>(HttpMethod.Get, $"/api/v1/duties/{ApiCaller.Segment(duty)}", null, null, null, cancellation);

    /// <summary>公示 · Publish</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> PublishAsync(string duty, ChannelsBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/publish", body, key, tag, cancellation);

    /// <summary>申请不予公开 · Propose an exemption</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ProposeExemptionAsync(string duty, ExemptionBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/propose-exemption", body, key, tag, cancellation);

    /// <summary>决定是否公开 · Decide on an exemption</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DecideExemptionAsync(string duty, DecideExemptionBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/decide-exemption", body, key, tag, cancellation);

    /// <summary>更正公示 · Correct a publication</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> CorrectAsync(string duty, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/correct", body, key, tag, cancellation);

    /// <summary>决定撤下公示 · Order to take a publication down</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> OrderWithdrawalAsync(string duty, WithdrawalBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/order-withdrawal", body, key, tag, cancellation);

    /// <summary>撤下公示 · Take a publication down</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> TakeDownAsync(string duty, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/take-down", null, key, tag, cancellation);

    /// <summary>突击检查延后公示 · Defer a publication until a secret ends</summary>
    /// <param name="duty">Needed: <c>duty</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DeferAsync(string duty, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/duties/{ApiCaller.Segment(duty)}/defer", body, key, tag, cancellation);

    /// <summary>提前解除突击检查保密 · End the secret of a surprise inspection</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EndEmbargoAsync(string plan, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/embargoes/{ApiCaller.Segment(plan)}/end", body, key, tag, cancellation);
}
