namespace RandomInspection.Drawing;

/// <summary>What a design does to a cap or a floor; names the rule that decided.</summary>
public abstract record LimitFinding
{
    private protected LimitFinding()
    {
    }

    /// <summary>The finding in one language.</summary>
    /// <param name="language">The language.</param>
    public abstract string Text(Language language);

    /// <summary>More than the cap may be drawn.</summary>
    /// <param name="Cap">The cap.</param>
    /// <param name="Most">Most units that may be drawn, above the cap.</param>
    public sealed record CapExceeded(LimitBounds.Upper Cap, long Most) : LimitFinding
    {
        /// <summary>Units above the cap, 1 or more.</summary>
        public long Over => Most - Cap.Units;

        /// <inheritdoc />
        public override string Text(Language language)
        {
            string percent = RateText.Percent(Cap.Rule.RateNano);
            return language == Language.Chinese
                ? $"至多会抽 {Most} 户，超过上限 {Cap.Units} 户（名录库 {Cap.Directory} 户的 {percent}，{Cap.Rule.Source}）{Over} 户。"
                : $"Up to {Most} units may be drawn, {Over} above the cap of {Cap.Units} ({percent} of the directory's {Cap.Directory}, {Cap.Rule.Source}).";
        }
    }

    /// <summary>Fewer than the floor may be drawn.</summary>
    /// <param name="Floor">The floor.</param>
    /// <param name="Least">Least units that may be drawn, below the floor.</param>
    public sealed record FloorMissed(LimitBounds.Lower Floor, long Least) : LimitFinding
    {
        /// <summary>Units below the floor, 1 or more.</summary>
        public long Short => Floor.Units - Least;

        /// <inheritdoc />
        public override string Text(Language language)
        {
            string percent = RateText.Percent(Floor.Rule.RateNano);
            return language == Language.Chinese
                ? $"至少只抽 {Least} 户，距下限 {Floor.Units} 户（{Floor.Rule.Year} 年 {Floor.Population} 户的 {percent}，已抽 {Floor.DrawnBefore} 户，{Floor.Rule.Source}）差 {Short} 户。"
                : $"As few as {Least} units may be drawn, {Short} below the floor of {Floor.Units} ({percent} of {Floor.Population} in {Floor.Rule.Year}, {Floor.DrawnBefore} drawn before, {Floor.Rule.Source}).";
        }
    }
}
