using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The services that did not answer while a page was made. The page does without what they would have said, and names them.</summary>
sealed class Away
{
    readonly SortedSet<string> _services = new(StringComparer.Ordinal);

    internal IReadOnlyCollection<string> Services => _services;

    internal void Add(string service) => _services.Add(service);

    internal async Task<T> OrAsync<T>(Task<T> answer, T otherwise)
    {
        try
        {
            return await answer;
        }
        catch (ServiceUnavailableException away)
        {
            lock (_services)
            {
                _services.Add(away.Service);
            }
            return otherwise;
        }
    }
}
