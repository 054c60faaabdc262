namespace RandomInspection.Supervision;

/// <summary>检查人员任务均衡：how evenly visits fall on the officers who had any.</summary>
/// <param name="Officers">Officers with at least one visit.</param>
/// <param name="Seats">Their visits, a visit of several tasks counted once for each officer.</param>
/// <param name="Least">Fewest visits of an officer; 0 where there is none.</param>
/// <param name="Most">Most visits of an officer; 0 where there is none.</param>
public sealed record LoadSpread(int Officers, int Seats, int Least, int Most)
{
    /// <summary>Most less fewest.</summary>
    public int Spread => Most - Least;
}
