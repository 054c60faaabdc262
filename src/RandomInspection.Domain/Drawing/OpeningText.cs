using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>Writes openings.</summary>
internal static class OpeningText
{
    public static string Write(CeremonyEvent.Prepared prepared, IEnumerable<CeremonyParty> parties, OpeningDeadlines deadlines) =>
        CanonicalJson.WriteText(json =>
        {
            json.WriteString("specification", Opening.Specification1);
            json.WriteString("draw", prepared.Draw);
            json.WriteNumber("attempt", prepared.Attempt);
            if (prepared.Previous is { } previous)
            {
                json.WriteStartObject("previous");
                json.WriteString("record", previous.Record);
                json.WriteString("reason", previous.Reason);
                json.WriteEndObject();
            }

            json.WriteString("hash", prepared.Hash);
            json.WriteStartArray("tasks");
            foreach (FrozenTask task in prepared.Tasks)
            {
                json.WriteStartObject();
                json.WriteString("id", task.TaskId);
                json.WriteString("frameRoot", task.FrameRoot);
                json.WriteNumber("frameSize", task.FrameSize);
                json.WriteString("designDigest", task.DesignDigest);
                json.WriteEndObject();
            }

            if (prepared.Match is { } match)
            {
                json.WriteStartObject();
                json.WriteString("id", match.TaskId);
                json.WriteString("problemDigest", match.ProblemDigest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("parties");
            foreach (CeremonyParty party in parties)
            {
                json.WriteStartObject();
                json.WriteString("party", party.Name);
                json.WriteString("role", party.Role);
                json.WriteString("kind", party.Kind.Word());
                Optional("key", party.Key);
                Optional("source", party.Source);
                Optional("encoding", party.Encoding);
                Optional("outcomes", party.Outcomes);
                Optional("time", party.Time);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("deadlines");
            json.WriteString("commit", InstantPattern.ExtendedIso.Format(deadlines.Commit));
            json.WriteString("reveal", InstantPattern.ExtendedIso.Format(deadlines.Reveal));
            json.WriteEndObject();

            void Optional(string name, string? value)
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }
        });
}
