using Burnin.Domain.Nases;
using Burnin.Nas.Http;

namespace Burnin.Nas.Original;

/// <summary>What the NAS, or something on the way to it, says instead of an answer: in our faults and in plain sentences.</summary>
internal sealed class OriginalAnswers(string place)
{
    public void Refuse(HttpReply reply, HttpQuestion question)
    {
        if (reply.IsSuccess)
        {
            return;
        }

        throw (int)reply.Status switch
        {
            401 or 403 => new NasException(
                NasFault.AuthenticationFailed, $"{place} refuses the API key ({reply.StatusLine}). Enter a valid key in the settings of this NAS."),
            >= 500 => new NasException(NasFault.Unreachable, $"{place} answers {reply.StatusLine}: the NAS, or a proxy before it, is not ready."),
            >= 300 and < 400 => new NasException(
                NasFault.UnexpectedAnswer,
                $"{place} points elsewhere ({reply.StatusLine}: {reply.Location}). Enter the address it points to in the settings of this NAS."),
            404 => new NasException(
                NasFault.UnexpectedAnswer, $"{place} does not know /{question.Path}. Is this a NAS with the original contract?"),
            _ => new NasException(NasFault.UnexpectedAnswer, $"{place} refuses ({reply.StatusLine}): {reply.Excerpt}"),
        };
    }

    public NasException Unknown(string what) =>
        new(NasFault.UnexpectedAnswer, $"{place} answered in words that are not the original contract's: {HttpReply.ExcerptOf(what)}");

    public NasException NoJson(HttpQuestion question, Exception? failure = null) => new(
        NasFault.UnexpectedAnswer,
        $"{place} did not answer /{question.Path} with the JSON of the original contract. Check that the URL is the NAS' own, not a log-in page.",
        failure);
}
