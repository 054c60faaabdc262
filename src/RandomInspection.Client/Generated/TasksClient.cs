// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>tasks</c>.</summary>
public sealed class TasksClient
{
    private readonly ApiCaller _caller;

    internal TasksClient(ApiCaller caller) => _caller = caller;

    /// <summary>抽查任务 · Tasks</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<TaskRow>>> ListAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<TaskRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/tasks", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>一项任务 · One task</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<TaskResource>> ReadAsync(string task, CancellationToken cancellation = default) =>
        _caller.SendAsync<TaskResource>(HttpMethod.Get, $"/api/v1/tasks/{ApiCaller.Segment(task)}", null, null, null, cancellation);

    /// <summary>试算抽取方案 · Try a design</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<PreviewResource>> PreviewAsync(string task, DesignBody body, CancellationToken cancellation = default) =>
        _caller.SendAsync<PreviewResource>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/preview", body, null, null, cancellation);

    /// <summary>设定抽取方案 · Set criteria and design</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DesignAsync(string task, DesignBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/design", body, key, tag, cancellation);

    /// <summary>点名检查对象 · Name subjects instead of drawing them</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> NameAsync(string task, NamedBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/named", body, key, tag, cancellation);

    /// <summary>批准点名 · Approve the subjects named</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ApproveNamedAsync(string task, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/named/approve", null, key, tag, cancellation);

    /// <summary>声明抽取选项 · Declare choices to draw from</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DeclareChoicesAsync(string task, ChoicesBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/choices", body, key, tag, cancellation);

    /// <summary>撤回抽取选项 · Take choices back</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="kind">Needed: <c>kind</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> WithdrawChoicesAsync(string task, ChoiceKind kind, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/choices/{ApiCaller.Segment(kind)}/withdraw", null, key, tag, cancellation);

    /// <summary>冻结抽取选项 · Freeze choices for a draw</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="kind">Needed: <c>kind</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> PrepareChoicesAsync(string task, ChoiceKind kind, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/choices/{ApiCaller.Segment(kind)}/draw", null, key, tag, cancellation);

    /// <summary>提供共同抽取 · Offer a task for another's draw</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> OfferDrawAsync(string task, OfferBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/offer-draw", body, key, tag, cancellation);

    /// <summary>撤回共同抽取 · Withdraw that offer</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> WithdrawDrawOfferAsync(string task, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/withdraw-draw-offer", null, key, tag, cancellation);

    /// <summary>提供联合检查 · Offer a task for joint visits</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> OfferJointAsync(string task, OfferBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/offer-joint", body, key, tag, cancellation);

    /// <summary>撤回联合检查 · Withdraw that offer</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> WithdrawJointOfferAsync(string task, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/withdraw-joint-offer", null, key, tag, cancellation);

    /// <summary>冻结名单 · Freeze the frame</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> PrepareDrawAsync(string task, PrepareDrawBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/draw", body, key, tag, cancellation);

    /// <summary>试算人员匹配 · Try a match</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<MatchPreviewResource>> PreviewMatchAsync(string task, PrepareMatchBody body, CancellationToken cancellation = default) =>
        _caller.SendAsync<MatchPreviewResource>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/match/preview", body, null, null, cancellation);

    /// <summary>冻结匹配问题 · Freeze a match</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> PrepareMatchAsync(string task, PrepareMatchBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/match", body, key, tag, cancellation);

    /// <summary>抽中名单与递补 · The drawn list and its changes</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<DrawnListResource>> ReadDrawnListAsync(string task, CancellationToken cancellation = default) =>
        _caller.SendAsync<DrawnListResource>(HttpMethod.Get, $"/api/v1/tasks/{ApiCaller.Segment(task)}/drawn-list", null, null, null, cancellation);

    /// <summary>依登记递补 · Replace whom the register proves gone</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReplaceGoneAsync(string task, UnitBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/drawn-list/gone", body, key, tag, cancellation);

    /// <summary>提出递补 · Propose a replacement</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ProposeReplacementAsync(string task, ProposeReplacementBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/drawn-list/proposals", body, key, tag, cancellation);

    /// <summary>批准递补 · Approve a replacement</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="number">Needed: <c>number</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ApproveReplacementAsync(string task, int number, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/drawn-list/proposals/{ApiCaller.Segment(number)}/approve", null, key, tag, cancellation);

    /// <summary>不予递补 · Decline a replacement</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="number">Needed: <c>number</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DeclineReplacementAsync(string task, int number, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/drawn-list/proposals/{ApiCaller.Segment(number)}/decline", body, key, tag, cancellation);

    /// <summary>为补充对象安排检查组 · Give supplemented units their teams</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> StaffReplacementsAsync(string task, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/drawn-list/staff", null, key, tag, cancellation);

    /// <summary>准备补充抽取 · Prepare a supplementary draw</summary>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> PrepareSupplementAsync(string task, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/tasks/{ApiCaller.Segment(task)}/supplement", null, key, tag, cancellation);
}
