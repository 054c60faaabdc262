using System.Collections.Concurrent;

namespace RandomInspection.Web.Api;

/// <summary>Requests that this host is carrying out now, by their keys.</summary>
internal sealed class RequestsUnderWay
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    public bool TryBegin(string key) => _keys.TryAdd(key, true);

    public void End(string key) => _keys.TryRemove(key, out _);
}
