using System.Collections.Immutable;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Web.Shared;

/// <summary>The rows as the reader of this request may see them: what is secret from the reader is not in lists, not in counts, not under its id.</summary>
internal sealed class ReaderViews : IViews
{
    private readonly IViews _views;
    private readonly CurrentPerson _current;
    private readonly OpenViews _open;
    private Task<ImmutableArray<string>>? _hidden;

    public ReaderViews(IViews views, CurrentPerson current)
    {
        _views = views;
        _current = current;
        _open = new OpenViews(views, HiddenAsync);
    }

    /// <summary>The numbers that are secret from the reader, asked for once a request.</summary>
    public Task<ImmutableArray<string>> HiddenAsync(CancellationToken cancellation) => _hidden ??= Embargoes.HiddenAsync(_views, _current.Person, cancellation);

    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView => _open.FindAsync<T>(key, cancellation);

    public Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => _open.QueryAsync(specification, cancellation);

    public Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => _open.CountAsync(specification, cancellation);
}
