// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The API of a host, a class for each feature.</summary>
public sealed class RandomInspectionClient
{
    /// <summary>A client.</summary>
    /// <param name="http">Where the host is (its base address), and who asks (its authorization).</param>
    public RandomInspectionClient(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        ApiCaller caller = new(http);
        Calendar = new CalendarClient(caller);
        Catalogues = new CataloguesClient(caller);
        Ceremonies = new CeremoniesClient(caller);
        Directories = new DirectoriesClient(caller);
        Dishonesty = new DishonestyClient(caller);
        Draws = new DrawsClient(caller);
        Duties = new DutiesClient(caller);
        Ledger = new LedgerClient(caller);
        Matches = new MatchesClient(caller);
        Plans = new PlansClient(caller);
        Recusals = new RecusalsClient(caller);
        Results = new ResultsClient(caller);
        Supervision = new SupervisionClient(caller);
        Tasks = new TasksClient(caller);
        Visits = new VisitsClient(caller);
    }

    /// <summary>The operations of <c>calendar</c>.</summary>
    public CalendarClient Calendar { get; }

    /// <summary>The operations of <c>catalogues</c>.</summary>
    public CataloguesClient Catalogues { get; }

    /// <summary>The operations of <c>ceremonies</c>.</summary>
    public CeremoniesClient Ceremonies { get; }

    /// <summary>The operations of <c>directories</c>.</summary>
    public DirectoriesClient Directories { get; }

    /// <summary>The operations of <c>dishonesty</c>.</summary>
    public DishonestyClient Dishonesty { get; }

    /// <summary>The operations of <c>draws</c>.</summary>
    public DrawsClient Draws { get; }

    /// <summary>The operations of <c>duties</c>.</summary>
    public DutiesClient Duties { get; }

    /// <summary>The operations of <c>ledger</c>.</summary>
    public LedgerClient Ledger { get; }

    /// <summary>The operations of <c>matches</c>.</summary>
    public MatchesClient Matches { get; }

    /// <summary>The operations of <c>plans</c>.</summary>
    public PlansClient Plans { get; }

    /// <summary>The operations of <c>recusals</c>.</summary>
    public RecusalsClient Recusals { get; }

    /// <summary>The operations of <c>results</c>.</summary>
    public ResultsClient Results { get; }

    /// <summary>The operations of <c>supervision</c>.</summary>
    public SupervisionClient Supervision { get; }

    /// <summary>The operations of <c>tasks</c>.</summary>
    public TasksClient Tasks { get; }

    /// <summary>The operations of <c>visits</c>.</summary>
    public VisitsClient Visits { get; }
}
