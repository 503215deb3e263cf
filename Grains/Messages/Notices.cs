using Burnin.Domain.Messages;
using Burnin.Grains.Interfaces.Messages;

namespace Burnin.Grains.Messages;

/// <summary>Messages on their way from grain to grain.</summary>
internal static class Notices
{
    extension(Message message)
    {
        public Notice ToNotice() => new()
        {
            Id = message.Id,
            Event = message.Event.Wire,
            At = message.At,
            Headline = message.Headline,
            Reasons = message.Reasons,
            Tables = [.. message.Tables.Select(table => new NoticeTable { Title = table.Title, Columns = table.Columns, Rows = table.Rows })],
        };
    }

    extension(Notice notice)
    {
        public Message ToMessage() => new()
        {
            Id = notice.Id,
            Event = MessageWords.Parse(notice.Event),
            At = notice.At,
            Headline = notice.Headline,
            Reasons = notice.Reasons,
            Tables = [.. notice.Tables.Select(table => new MessageTable { Title = table.Title, Columns = table.Columns, Rows = table.Rows })],
        };
    }
}
