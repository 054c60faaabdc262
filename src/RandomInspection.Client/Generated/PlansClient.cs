// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>plans</c>.</summary>
public sealed class PlansClient
{
    private readonly ApiCaller _caller;

    internal PlansClient(ApiCaller caller) => _caller = caller;

    /// <summary>年度计划与临时任务 · Plans and ad-hoc tasks</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<PlanRow>>> ListAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<PlanRow>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/plans", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>编制年度计划 · Begin an annual plan</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> BeginAsync(BeginPlanBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans", body, key, null, cancellation);

    /// <summary>一份计划 · One plan</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<PlanResource>> ReadAsync(string plan, CancellationToken cancellation = default) =>
        _caller.SendAsync<PlanResource>(HttpMethod.Get, $"/api/v1/plans/{ApiCaller.Segment(plan)}", null, null, null, cancellation);

    /// <summary>另立临时任务 · Begin an ad-hoc task</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> BeginAdHocAsync(AdHocBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/ad-hoc", body, key, null, cancellation);

    /// <summary>另立突击检查 · Begin a surprise inspection</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> BeginSurpriseAsync(SurpriseBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/surprise", body, key, null, cancellation);

    /// <summary>添加任务 · Add a task</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AddTaskAsync(string plan, PlannedTaskBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/tasks", body, key, tag, cancellation);

    /// <summary>修改任务 · Revise a task</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReviseTaskAsync(string plan, string task, PlannedTaskBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/tasks/{ApiCaller.Segment(task)}/revise", body, key, tag, cancellation);

    /// <summary>删除任务 · Take a task out</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="task">Needed: <c>task</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RemoveTaskAsync(string plan, string task, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/tasks/{ApiCaller.Segment(task)}/remove", null, key, tag, cancellation);

    /// <summary>提交计划 · Submit a plan</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SubmitAsync(string plan, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/submit", null, key, tag, cancellation);

    /// <summary>退回计划 · Send a plan back</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SendBackAsync(string plan, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/return", body, key, tag, cancellation);

    /// <summary>批准计划 · Approve a plan</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ApproveAsync(string plan, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/approve", null, key, tag, cancellation);

    /// <summary>提出计划变更 · Begin an amendment</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AmendAsync(string plan, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/amend", body, key, tag, cancellation);

    /// <summary>撤销计划变更 · Drop an amendment</summary>
    /// <param name="plan">Needed: <c>plan</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> DropAmendmentAsync(string plan, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/plans/{ApiCaller.Segment(plan)}/drop-amendment", body, key, tag, cancellation);
}
