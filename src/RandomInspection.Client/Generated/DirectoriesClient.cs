// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The operations of <c>directories</c>.</summary>
public sealed class DirectoriesClient
{
    private readonly ApiCaller _caller;

    internal DirectoriesClient(ApiCaller caller) => _caller = caller;

    /// <summary>暂存名录文件 · Keep a file for a day</summary>
    /// <param name="name">Needed: <c>name</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<KeptFileResource>> KeepFileAsync(string name, Stream body, CancellationToken cancellation = default) =>
        _caller.SendAsync<KeptFileResource>(HttpMethod.Post, ApiCaller.Query($"/api/v1/files", ("name", name)), body, null, null, cancellation);

    /// <summary>监管对象 · Subjects</summary>
    /// <param name="q">May be left out: <c>q</c>.</param>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<SubjectResource>>> SubjectsAsync(string? q = null, string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<SubjectResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/subjects", ("q", q), ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>一个监管对象 · One subject</summary>
    /// <param name="subject">Needed: <c>subject</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<SubjectResource>> SubjectAsync(string subject, CancellationToken cancellation = default) =>
        _caller.SendAsync<SubjectResource>(HttpMethod.Get, $"/api/v1/subjects/{ApiCaller.Segment(subject)}", null, null, null, cancellation);

    /// <summary>试并监管对象 · Check a merge of subjects</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<MergeCheckResource>> CheckSubjectsAsync(MergeFileBody body, CancellationToken cancellation = default) =>
        _caller.SendAsync<MergeCheckResource>(HttpMethod.Post, $"/api/v1/subjects/merges/check", body, null, null, cancellation);

    /// <summary>并入监管对象 · Merge subjects</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> MergeSubjectsAsync(MergeBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/subjects/merges", body, key, null, cancellation);

    /// <summary>执法检查人员 · Inspectors</summary>
    /// <param name="q">May be left out: <c>q</c>.</param>
    /// <param name="department">May be left out: <c>department</c>.</param>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<InspectorResource>>> InspectorsAsync(string? q = null, string? department = null, string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<InspectorResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/inspectors", ("q", q), ("department", department), ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>试并执法检查人员 · Check a merge of inspectors</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<MergeCheckResource>> CheckInspectorsAsync(MergeFileBody body, CancellationToken cancellation = default) =>
        _caller.SendAsync<MergeCheckResource>(HttpMethod.Post, $"/api/v1/inspectors/merges/check", body, null, null, cancellation);

    /// <summary>并入执法检查人员 · Merge inspectors</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> MergeInspectorsAsync(MergeBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/inspectors/merges", body, key, null, cancellation);

    /// <summary>专用名录 · Special directories</summary>
    /// <param name="after">May be left out: <c>after</c>.</param>
    /// <param name="limit">May be left out: <c>limit</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Page<SpecialDirectoryResource>>> SpecialAsync(string? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _caller.SendAsync<Page<SpecialDirectoryResource>>(HttpMethod.Get, ApiCaller.Query($"/api/v1/special-directories", ("after", after), ("limit", limit)), null, null, null, cancellation);

    /// <summary>新建专用名录 · Save a special directory</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> SaveSpecialAsync(SpecialDirectoryBody body, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/special-directories", body, key, null, cancellation);

    /// <summary>修订专用名录 · Revise a special directory</summary>
    /// <param name="directory">Needed: <c>directory</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> ReviseSpecialAsync(string directory, CriteriaReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/special-directories/{ApiCaller.Segment(directory)}/revise", body, key, tag, cancellation);

    /// <summary>停用专用名录 · Retire a special directory</summary>
    /// <param name="directory">Needed: <c>directory</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="tag">The version on which it rests, as it was read; <c>*</c> for any.</param>
    /// <param name="key">A new key for each step; the same one when the same step is sent again.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RefusedException">The host refuses.</exception>
    public Task<Answer<Receipt>> RetireSpecialAsync(string directory, ReasonBody body, string tag, string key, CancellationToken cancellation = default) =>
        _caller.SendAsync<Receipt>(HttpMethod.Post, $"/api/v1/special-directories/{ApiCaller.Segment(directory)}/retire", body, key, tag, cancellation);
}
