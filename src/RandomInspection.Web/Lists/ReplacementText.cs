using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Lists;

/// <summary>Words for changes of a drawn list.</summary>
internal static class ReplacementText
{
    public static string Name(ReplacementGround ground, Tongue tongue) => ReplacementGrounds.Of(ground).With().Reason(tongue.Language);

    public static string Name(ListChangeState state, Tongue tongue)
    {
        (string chinese, string english) = StateWords.Of(state);
        return tongue.T(chinese, english);
    }

    public static StatusKind Kind(ListChangeState state) => state switch
    {
        ListChangeState.Proposed => StatusKind.Waiting,
        ListChangeState.Replaced or ListChangeState.Supplemented => StatusKind.Done,
        ListChangeState.Short => StatusKind.Warning,
        ListChangeState.BeingSupplemented => StatusKind.Current,
        _ => StatusKind.Neutral,
    };
}
