// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>visits</c>.</summary>
public sealed class VisitsClient
{
    private readonly ApiCaller _caller;

    internal VisitsClient(ApiCaller caller) => _caller = caller;

    /// <summary>检查 · Visits</summary>
    /// <param name="task">May be left out: <c>task</c>.</param>
    /// <param name="status">May be left out: <c>status</c>.</param>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<VisitRow>>> ListAsync(string? task = null, VisitStatus? status = null, string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<VisitRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/visits", ("task", task), ("status", status), ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>我的检查 · My visits</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<VisitRow>>> MineAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<VisitRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/visits/mine", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>一次检查 · One visit</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<VisitResource>> ReadAsync(string visit, CancellationToken cancellation = default) =>
        _caller.SendAsync<VisitResource>(HttpMethod.Get, $"/api/v1/visits/{ApiCaller.Segment(visit)}", null, null, null, cancellation);

    /// <summary>一份证据 · A file of evidence</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="digest">Needed: <c>digest</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<byte[]>> EvidenceAsync(string visit, string digest, CancellationToken cancellation = default) =>
        _caller.SendAsync<byte[]>(HttpMethod.Get, $"/api/v1/visits/{ApiCaller.Segment(visit)}/evidence/{ApiCaller.Segment(digest)}", null, null, null, cancellation);

    /// <summary>到场 · Arrive</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ArriveAsync(string visit, ArriveBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/arrive", body, key, tag, cancellation);

    /// <summary>扫码入企 · Check in</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> CheckInAsync(string visit, CheckInBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/check-in", body, key, tag, cancellation);

    /// <summary>被检查对象扫码 · Check in as the inspected party</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> CheckInAsPartyAsync(string visit, CheckInBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/check-in/party", body, key, tag, cancellation);

    /// <summary>提前送达检查通知 · Send the notice ahead</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SendNoticeAsync(string visit, NoticeAheadBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/notice-ahead", body, key, tag, cancellation);

    /// <summary>登记检查结果 · Enter results</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnterAsync(string visit, ResultsBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/results", body, key, tag, cancellation);

    /// <summary>全部事项同一结果 · Give all items one result</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> EnterAllAsync(string visit, AllResultsBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/results/all", body, key, tag, cancellation);

    /// <summary>作出结论 · Conclude</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ConcludeAsync(string visit, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/conclude", null, key, tag, cancellation);

    /// <summary>退回检查结果 · Send a result back</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SendBackAsync(string visit, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/return", body, key, tag, cancellation);

    /// <summary>审核检查结果 · Audit a result</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AuditAsync(string visit, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/audit", null, key, tag, cancellation);

    /// <summary>送达告知书 · Serve the notice</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ServeAsync(string visit, ServiceBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/serve", body, key, tag, cancellation);

    /// <summary>登记处理措施 · Enter a measure</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DecideAsync(string visit, MeasureBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/measures", body, key, tag, cancellation);

    /// <summary>审批检查 · Approve a visit</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ApproveAsync(ApproveVisitsBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/approve", body, key, null, cancellation);

    /// <summary>留存证据 · Keep evidence</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> KeepEvidenceAsync(string visit, EvidenceBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/evidence", body, key, tag, cancellation);

    /// <summary>记录异议 · Take down an objection</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RaiseObjectionAsync(string visit, ObjectionBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/objections", body, key, tag, cancellation);

    /// <summary>处理异议 · Decide on an objection</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DecideObjectionAsync(string visit, DecideObjectionBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/objections/decide", body, key, tag, cancellation);

    /// <summary>更正检查结果 · Correct a result</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> CorrectAsync(string visit, ResultBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/correct", body, key, tag, cancellation);

    /// <summary>登记整改期限 · Lay down a follow-up</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> FollowAsync(string visit, FollowUpBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/follow-ups", body, key, tag, cancellation);

    /// <summary>复查整改 · Enter a re-check</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RecheckAsync(string visit, RecheckBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/rechecks", body, key, tag, cancellation);

    /// <summary>更换检查人员 · Replace an officer</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReplaceOfficerAsync(string visit, OfficerBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/replace-officer", body, key, tag, cancellation);

    /// <summary>提出直接指派 · Propose to assign an officer directly</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ProposeAssignmentAsync(string visit, AssignBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/assignment", body, key, tag, cancellation);

    /// <summary>批准直接指派 · Approve a direct assignment</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AssignOfficerAsync(string visit, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/assignment/approve", null, key, tag, cancellation);

    /// <summary>不同意直接指派 · Refuse a direct assignment</summary>
    /// <param name="visit">Needed: <c>visit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RefuseAssignmentAsync(string visit, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/visits/{ApiCaller.Segment(visit)}/assignment/refuse", body, key, tag, cancellation);
}
