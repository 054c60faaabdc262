// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>catalogues</c>.</summary>
public sealed class CataloguesClient
{
    private readonly ApiCaller _caller;

    internal CataloguesClient(ApiCaller caller) => _caller = caller;

    /// <summary>现行随机抽查事项 · Items in force</summary>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<ItemResource>>> ItemsAsync(CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<ItemResource>>(HttpMethod.Get, $"/api/v1/catalogues/items", null, null, null, cancellation);

    /// <summary>一个部门的清单 · One department's catalogue</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<CatalogueResource>> ReadAsync(string department, CancellationToken cancellation = default) =>
        _caller.SendAsync<CatalogueResource>(HttpMethod.Get, $"/api/v1/catalogues/{ApiCaller.Segment(department)}", null, null, null, cancellation);

    /// <summary>编制清单新版本 · Begin a version of the catalogue</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> BeginAsync(string department, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/begin", body, key, tag, cancellation);

    /// <summary>添加抽查事项 · Add an item</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> AddItemAsync(string department, ItemBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/items", body, key, tag, cancellation);

    /// <summary>修改抽查事项 · Revise an item</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReviseItemAsync(string department, ItemBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/items/revise", body, key, tag, cancellation);

    /// <summary>删除抽查事项 · Take an item out</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="item">Needed: <c>item</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RemoveItemAsync(string department, string item, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/items/{ApiCaller.Segment(item)}/remove", null, key, tag, cancellation);

    /// <summary>提交清单审核 · Submit the catalogue for review</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SubmitAsync(string department, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/submit", null, key, tag, cancellation);

    /// <summary>撤回清单 · Take the catalogue back</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> TakeBackAsync(string department, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/take-back", body, key, tag, cancellation);

    /// <summary>审核清单 · Pass the catalogue</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReviewAsync(string department, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/review", body, key, tag, cancellation);

    /// <summary>退回清单 · Send the catalogue back</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SendBackAsync(string department, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/return", body, key, tag, cancellation);

    /// <summary>接收报送的清单 · Receive the catalogue</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReportAsync(string department, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/report", null, key, tag, cancellation);

    /// <summary>公布清单 · Publish the catalogue</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> PublishAsync(string department, PublishCatalogueBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/publish", body, key, tag, cancellation);

    /// <summary>登记依据变化 · Note that the law changed</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> NoteChangeAsync(string department, BasisChangeBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/changes", body, key, tag, cancellation);

    /// <summary>登记各部门依据变化 · Note that the law changed for a department</summary>
    /// <param name="department">Needed: <c>department</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> NoteChangeOfAsync(string department, BasisChangeBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/catalogues/{ApiCaller.Segment(department)}/changes/for-department", body, key, tag, cancellation);
}
