using System.Globalization;
using RandomInspection.Auditing;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>The words of an audit of fairness.</summary>
internal static class FairnessText
{
    public static string Ask(FairnessQuestion question, Tongue tongue) => question switch
    {
        FairnessQuestion.Sizes => tongue.T("每个层、每个单元格抽中的户数，平均是否等于期望数？", "Does every stratum and every cell get its expected count on average?"),
        FairnessQuestion.Selection => tongue.T("各单元格内，每户抽中的机会是否相等（合并检验）？", "Within the cells, does every unit come up equally often, all cells together?"),
        FairnessQuestion.SelectionOfOneCell => tongue.T("偏差最大的那个单元格内，每户机会是否相等？", "And in the cell that fits worst?"),
        FairnessQuestion.Units => tongue.T("每一户抽中的次数是否都与其概率相符？", "Does every single unit come up as often as its probability says?"),
        FairnessQuestion.Interchangeable => tongue.T("可互换的人员机会是否相等？", "Do interchangeable inspectors come up equally often?"),
        FairnessQuestion.Pairs => tongue.T("每一对（检查、人员）是否与已知概率相符？", "Does every pair come up as often as its known probability says?"),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>A p-value as people read it.</summary>
    public static string PValue(double p) => p >= 0.9995 ? "1" : p >= 0.001 ? p.ToString("0.000", CultureInfo.InvariantCulture) : "< 0.001";

    /// <summary>A count on average, to three decimals.</summary>
    public static string Mean(double count, int repeats) => (count / repeats).ToString("#,0.000", CultureInfo.InvariantCulture);

    /// <summary>By how many standard deviations a total lies off; a dash if it is fixed.</summary>
    public static string Deviations(TotalFairness total) => total.IsRandom ? total.Deviations.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "—";
}
